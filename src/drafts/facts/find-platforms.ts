import { platforms, type Platform } from '../../domain/vocabulary.ts';
import { clausesOf, speaksWell } from '../versions/clauses.ts';
import { atLine, type Found } from './found.ts';
import type { Reading } from '../reading/reading.ts';
import type { Role } from '../reading/roles.ts';

const NAMES: Readonly<Record<Platform, RegExp>> = {
  linux:
    /(?<![\w-])(?:linux|ubuntu|debian|fedora|centos|rhel|red hat|alpine|arch linux|manylinux\w{0,12}|musllinux\w{0,12}|opensuse|rocky|gentoo|wsl2?)(?!\w)/i,
  macos:
    /(?<![\w-])(?:mac ?os(?: ?x)?|os ?x|darwin|apple silicon|macbook|(?:my|a|the|new|old) mac|(?:apple|mac) m[1-5])(?!\w)|苹果(?:电脑|系统)/i,
  windows: /(?<![\w-])(?:windows|win(?:32|64|7|8|10|11)|win_amd64|msvc|mingw(?:-w64)?)(?!\w)/i,
};

const EVERYWHERE =
  /(?<!\w)(?:all (?:platforms|operating systems)|every platform|platform.independent|regardless of (?:the )?(?:platform|os)|cross.platform)(?!\w)|(?:所有|全部|各个?|任何)(?:平台|操作系统)|跨平台(?:都|均)|与平台无关/i;

/** What makes a platform a condition: `on Windows`, `在 Windows 平台上`. */
const CONDITION = new Set(['on', 'under', 'for', 'only', 'with', 'using']);
const CONDITION_AFTER =
  /^[\w. ()-]{0,12}(?:平台|系统|环境|用户|上|下|中|[- ]?(?:only|specific|users?|builds?|wheels?))/i;

const OTHERWISE = new Set<Role | undefined>(['look-alikes', 'links', 'reproduce', 'workaround']);

interface Said {
  platform: Platform;
  line: number;
  /** 3 in the title, 2 as a condition, 1 as where it was seen. */
  weight: number;
}

/**
 * The platforms that have the fault.
 *
 * @param seen what the output in the source betrays, if anything
 */
export function findPlatforms(
  { lines, title }: Reading,
  seen: Platform | undefined,
): Found<Platform[]> {
  const said: Said[] = [];
  const well = new Set<Platform>();
  let everywhere: number | undefined;
  const read = (text: string, line: number, role: Role | undefined, isTitle: boolean) => {
    for (const clause of clausesOf(text)) {
      if (EVERYWHERE.test(clause) && !speaksWell(clause)) everywhere ??= line;
      for (const platform of platforms) {
        const match = NAMES[platform].exec(clause);
        if (!match) continue;
        if (speaksWell(clause)) {
          well.add(platform);
          continue;
        }
        const isCondition =
          isConditionBefore(clause.slice(0, match.index)) ||
          CONDITION_AFTER.test(clause.slice(match.index + match[0].length));
        const weight = isTitle ? 3 : isCondition && role !== 'environment' ? 2 : 1;
        said.push({ platform, line, weight });
      }
    }
  };
  if (title !== undefined) read(title, 0, undefined, true);
  for (const { text, number, role } of lines) {
    if (text.length > 0 && !OTHERWISE.has(role)) read(text, number, role, false);
  }
  if (everywhere !== undefined) {
    return { value: [...platforms], read: placeOf(everywhere), isSure: true };
  }
  // One kind of Windows may have it and another not.
  const left = said.filter(({ platform }) => !well.has(platform));
  const counted = left.length > 0 ? left : said;
  const most = counted.reduce((highest, { weight }) => Math.max(highest, weight), 0);
  const named = counted.filter(({ weight }) => weight === most);
  const others = platforms.filter(
    (platform) =>
      !named.some((one) => one.platform === platform) &&
      counted.some((one) => one.platform === platform),
  );
  // Beside a title that names one, a second one is where somebody happened to sit.
  const isDoubtful = most === 2 && others.length > 0;
  if (named.length === 0) return fromOutput(seen);
  const value = platforms.filter((platform) => named.some((one) => one.platform === platform));
  return {
    value,
    read: placeOf(named[0]?.line ?? 0),
    isSure: most > 1 && !isDoubtful,
    ...(isDoubtful && { note: `also named: ${others.join(', ')}` }),
    ...(most === 1 && { note: 'where it was seen; what of the others?' }),
  };
}

/** True for a clause that so far asks for a platform: among its last words is an `on`, among its last signs a `在`. */
function isConditionBefore(text: string): boolean {
  const words = text.slice(-40).toLowerCase().split(/\W+/).filter(Boolean).slice(-4);
  return words.some((word) => CONDITION.has(word)) || /[在于仅只对]/.test(text.slice(-16));
}

const placeOf = (line: number) => (line === 0 ? 'title' : atLine(line));

function fromOutput(seen: Platform | undefined): Found<Platform[]> {
  if (seen === undefined) {
    return { value: [...platforms], isSure: false, note: 'the source does not say which' };
  }
  return {
    value: [seen],
    read: 'output',
    isSure: false,
    note: 'where it was seen; what of the others?',
  };
}
