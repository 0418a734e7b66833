import { builds, type Build } from '../../domain/vocabulary.ts';
import { clausesOf, speaksWell } from '../versions/clauses.ts';
import { atLine, type Found } from './found.ts';
import type { Reading } from '../reading/reading.ts';

const NAMES: Readonly<Record<Build, RegExp>> = {
  'free-threaded':
    /(?<!\w)(?:free.?thread(?:ed|ing)|no.?gil (?:build|python|interpreter)|3\.1[3-9]t|cp31[3-9]t|python31[3-9]t|gil.disabled|without the gil)(?!\w)|自由线程|无\s?GIL|免\s?GIL|线程自由/i,
  debug:
    /(?<!\w)(?:debug (?:build|interpreter|python|version of python)|py_debug|--with-pydebug|pydebug|python[\d.]{0,5}-dbg|_d\.(?:lib|pyd|dll))(?!\w)|调试版(?:本)?(?:的)?\s?Python|Python\s?调试版|调试构建/i,
  gil: /(?<!\w)(?:(?:default|regular|ordinary|normal|standard|gil.enabled|with.gil) (?:build|python|interpreter|cpython))(?!\w)|带\s?GIL|默认构建|普通构建|标准构建/i,
};

/** Words that make both builds meant. */
const BOTH =
  /(?<!\w)(?:both builds|(?:gil|default|regular)(?: build| one| interpreter)? and the free.?thread|with (?:and|or) without the gil|both the (?:gil|default|regular))|两种构建|两个构建版本/i;

/** The builds of the interpreter that have the fault; the one with the GIL where the source says nothing. */
export function findBuilds(
  { lines, code, title }: Reading,
  seen: Build | undefined,
): Found<Build[]> {
  const said = new Map<Build, number[]>();
  const well = new Set<Build>();
  let both: number | undefined;
  const read = (text: string, line: number) => {
    for (const clause of clausesOf(text)) {
      if (BOTH.test(clause)) both ??= line;
      for (const build of builds) {
        if (!NAMES[build].test(clause)) continue;
        if (speaksWell(clause)) well.add(build);
        else said.set(build, [...(said.get(build) ?? []), line]);
      }
    }
  };
  if (title !== undefined) read(title, 0);
  for (const { text, number, role } of lines) if (role !== 'look-alikes') read(text, number);
  for (const { text, from, language } of code)
    if (language === 'message') read(text.slice(0, 4_000), from);
  if (both !== undefined)
    return { value: ['gil', 'free-threaded'], read: placeOf(both), isSure: true };
  const value = builds.filter((build) => said.has(build) && !well.has(build));
  if (value.length > 0) {
    const places = value.map((build) => placeOf(said.get(build)?.[0] ?? 0));
    const times = said.get(value[0] ?? 'gil') ?? [];
    // Mentioned once in passing it may be no condition at all.
    const isSure = value.length === 1 && (times.includes(0) || times.length > 1);
    return { value, read: [...new Set(places)].join(', '), isSure };
  }
  if (seen !== undefined) return { value: [seen], read: 'output', isSure: false };
  return { value: ['gil'], isSure: false, note: 'the source names no build' };
}

const placeOf = (line: number) => (line === 0 ? 'title' : atLine(line));
