import { PYTHON, type KnownPackage, type Names } from './known-project.ts';

/** What a word says of a version beside it. */
export const cues = [
  'fixed',
  'unfixed',
  'since',
  'begin',
  'later',
  'earlier',
  'before',
  'upgrade',
  'use',
  'downgrade',
  'to',
  'and',
  'after',
  'affected',
  'fine',
  'supported',
  'unsupported',
] as const;

export type Cue = (typeof cues)[number];

/** Whose version it is: a package, Python, or something else that has versions (`Ubuntu 22.04`). */
export type Owner = KnownPackage | typeof PYTHON | 'other';

export type Word = { start: number; end: number } & (
  | { kind: 'cue'; cue: Cue; text: string }
  | { kind: 'owner'; owner: Owner; projectId?: string }
  | { kind: 'operator'; text: string }
  /** `isOpen`: `3.12+`; `isSeries`: `3.0.x`; `isFreeThreaded`: `3.13t`. */
  | { kind: 'version'; text: string; isOpen: boolean; isSeries: boolean; isFreeThreaded: boolean }
);

/**
 * The words for each cue. Of two that overlap the one that begins first wins, then the longer one.
 * `(?<!\w)` and `(?!\w)` instead of `\b`: Chinese stands directly beside Latin letters.
 */
const CUES: readonly (readonly [Cue, RegExp])[] = [
  [
    'unfixed',
    /(?<!\w)(?:not (?:yet |been )?(?:yet )?(?:fixed|resolved|solved)|unfixed|still (?:present|broken|fails|failing|happens|reproduc\w{1,6}|crash\w{0,3})|does(?:n't| not) (?:fix|help|solve))(?!\w)|尚?未(?:被|得到)?(?:修复|解决)|(?:没有|没能|未能|并未|不能|无法|并不能|并没有)(?:被|得到|彻底|完全)?(?:修复|解决)|仍然?(?:存在|未|会|能复现|可复现)|依然存在|依旧存在/gi,
  ],
  [
    'fixed',
    /(?<!\w)(?:fix(?:e[sd]|ing)?|resolve[sd]?|solve[sd]?|correct(?:s|ed)|addresse[sd]|patched|cured|the fix|backported|landed|shipped|included|first release with|released (?:in|with|as)|first release (?:that|which|to)(?: \w{1,10}){0,2}|part of|available in|out in|ships? (?:in|with)|(?:will|should|to) (?:be|appear|land|go|come) (?:in(?:to)?|with))(?!\w)|(?:将会?)?随(?=\s?(?:[A-Za-z][A-Za-z.-]{0,30}\s?)?v?\d)|已?(?:经)?(?:得到|被|正式|彻底|完全)?(?:修复|修正|修补|修好|解决)(?!办法|方案|方法|思路|步骤|之道|过程|建议|策略|指南|技巧)/gi,
  ],
  [
    'since',
    /(?<!\w)(?:since|start(?:s|ing|ed)? (?:with|from|in|at)|begin(?:s|ning)? (?:with|in|from)|as of|from)(?!\w)|(?:自从|从|自|由)(?=\s?(?:[A-Za-z][A-Za-z.-]{0,30}\s?)?v?\d)/gi,
  ],
  [
    'begin',
    /(?<!\w)(?:onwards?|introduced|introduces|(?:started|began|starts|begins) to|regress(?:ed|ion)|broke|brought in|first (?:seen|appears?|appeared|broken)|appeared|changed|removed|dropped)(?!\w)|开始|以来|引入|带来|首次出现|最早(?:出现|见|发现)(?:于|在)?|始于|始自|起源于|移除|删除|新增|起(?=[，,。；;、\s就即不会出修已]|$)/gi,
  ],
  [
    'later',
    /(?<!\w)(?:(?:and|or) (?:all )?(?:later|newer|above|up|higher|upwards?|greater|beyond|onwards?)|or more recent)(?!\w)|(?:或|及|以及|和|与)?其?(?:更高|更新(?!到|至|为|\s?[A-Za-z])|以上|以后|之后|后续|往后)(?:的)?(?:所有)?(?:版本)?/gi,
  ],
  [
    'earlier',
    /(?<!\w)(?:and|or) (?:all )?(?:earlier|below|older|prior|lower|previous)(?!\w)|(?:或|及|以及|和|与)其?(?:更早|更低|更旧|之前|以前|以下|较早|先前)(?:的)?(?:所有)?(?:版本)?/gi,
  ],
  [
    'before',
    /(?<!\w)(?:before|prior to|older than|earlier than|lower than|less than|up to but not including|below)(?!\w)|低于|早于|小于|之前|以前|以下|(?<=[\d版本])前(?=[，,的。])/gi,
  ],
  [
    'upgrade',
    /(?<!\w)(?:upgrad(?:e|ed|ing|es)|updat(?:e|ed|ing|es)|bump(?:ed|ing)?|mov(?:e|ed|ing)(?= to| from|(?: [\w'-]{1,20}){1,5} from)|mov(?:e|ed|ing) to|switch(?:ed|ing)?(?= to| from)|went(?= from)|requires? at least)(?!\w)|升级|升到|升至|更新(?=到|至|为)|更新(?:(?=\s?[A-Za-z]))|换成|改用/gi,
  ],
  [
    'use',
    /(?<!\w)(?:install(?:ing|ed)?|use|using|rebuil[dt]|recompiled?)(?!\w)|使用|安装|(?<![使作有利])用(?=\s?[A-Za-z])/gi,
  ],
  [
    'downgrade',
    /(?<!\w)(?:downgrad(?:e|ed|ing)|revert(?:ed|ing)?|roll(?:ed|ing)? back|pin(?:ned|ning)?|going back|went back|last (?:known )?(?:working|good)(?: version)?)(?!\w)|降级|降到|降至|降低|回退|退回|回滚|固定(?:在|到|为)?|锁定|限制/gi,
  ],
  ['to', /(?<!\w)(?:to|through|until|till)(?!\w)|到|至|[~～–—−-]|直到/gi],
  ['and', /(?<!\w)(?:and|or)(?!\w)|和|与|及|以及|或|、|\//gi],
  [
    'after',
    /(?<!\w)(?:after|once|when|since)(?!\w)|之后|以后|后(?=[，,。、\s]|出|会|就|报|运|导|编|程|，|$)/gi,
  ],
  [
    'affected',
    /(?<!\w)(?:affect(?:ed|s|ing)?|broken|fail(?:s|ed|ing|ure)?|crash(?:es|ed|ing)?|segfaults?|hangs?|leaks?|wrong|incorrect|bugs?|buggy|vulnerable|reproducible|reproduces?|happens?|occurs?|errors? out|impacted|problem)(?!\w)|受影响|影响|存在|出现|失败|无法(?!复现)|崩溃|报错|触发|有问题|段错误|死锁|卡住|异常|错误/gi,
  ],
  [
    'fine',
    /(?<!\w)(?:works?(?: fine)?|(?:is|was|are|were|gives?) (?:right|correct)|working|worked|fine|ok|not affected|unaffected|no (?:problem|longer|issue|crash)|goes away|went away|gone|disappear(?:s|ed)?|safe|succeeds?|(?:does|did)(?:n't| not) (?:happen|occur|affect|crash|fail|leak|hang|reproduce)|is not affected|are not affected|cannot reproduce)(?!\w)|正常|没有(?:这个|该|此)?问题|没问题|不受影响|未受影响|无此问题|不再|不会|不存在|消失|恢复|可以避免|避免|工作良好/gi,
  ],
  [
    'unsupported',
    /(?<!\w)(?:(?:does|do|did) not (?:yet )?support|doesn't (?:yet )?support|unsupported|not (?:yet )?supported|incompatible|no support for)(?!\w)|(?:尚|还|并)?不(?:再)?(?:支持|兼容)|(?:未|没有)(?:支持|适配|兼容)|兼容性(?:问题|错误)/gi,
  ],
  [
    'supported',
    /(?<!\w)(?:supports?|supported|supporting|compatible|requires?|required)(?!\w)|支持|兼容|要求|需要/gi,
  ],
];

/** `3.0.11`, `v3.1.0a1`, `3.0.x`, `3.13t`, `3.12+`; one number alone only behind a name. */
const VERSION =
  /(?<![\w.])v?(\d{1,4}(?:\.\d{1,5}){1,3}(?:\.(?:[xX*])(?!\w))?(?:(?:a|b|rc|\.dev|\.post|-alpha\.?|-beta\.?|-rc\.?)\d{1,4})?|\d{1,3}\.[xX*](?!\w))(t(?!\w))?(\+)?(?![\w]|\.\d|\s?(?:GB|MB|KB|GiB|MiB|ms|µs|倍|%|秒|分钟|小时|GHz|times)|\s?s(?!\w))/g;
const LONE =
  /^\s?(?:[<>=~!]{1,2}\s?)?v?(\d{1,3})(\+)?(?![\w.]|\s?(?:GB|MB|%|个|次|倍|年|月|行|threads|bit|位))/;

const OPERATOR = /[<>]=?|[=!~]=|[≥≤＜＞⩾⩽]/g;
const OPERATORS: Readonly<Record<string, string>> = {
  '≥': '>=',
  '⩾': '>=',
  '≤': '<=',
  '⩽': '<=',
  '＜': '<',
  '＞': '>',
};

/** What else has versions and is often named beside those of a package, with words in between. */
const OTHERS = new Set(
  'glibc gcc g++ clang llvm msvc cuda driver ubuntu debian fedora centos rhel alpine macos windows rustc rust cargo node docker kubernetes cmake conda anaconda coverage std libstdc++ glibcxx visual'.split(
    ' ',
  ),
);

/** A word of Latin letters that may be a name. */
const NAME = /[A-Za-z][\w]{0,60}(?:[.-][A-Za-z]\w{0,60}){0,4}(?:\/[A-Za-z][\w.-]{0,60})?/g;

/** What may stand between a name and its version. */
const BEFORE_VERSION =
  /^\s?(?:工具|库|包|模块|依赖|依赖包|组件|插件)?的?[\s(（]{0,2}(?:[<>=~!]{1,2}\s?)?v?\d/;

/** Words before a version that are no name of what it is the version of. */
const NO_NAMES = new Set(
  'in to from since with version versions ver release releases released and or of by on at until through before after than is was v as for the a between about above below like only both either using use latest new tag milestone upgrade upgrading upgraded update updating series stable then now use used it this that are were also not still fixed upgrade install installed need needs required requires least e.g i.e eg see use build built fails works x86 downgrade downgraded downgrading broke broken into against under up when pin pinned introduced affected affects branch line equal'.split(
    ' ',
  ),
);

/** `Python3.12`: a name and its version without a space. */
const GLUED = /(?<![A-Za-z])([A-Za-z]{3,20})(?=\d{1,3}\.\d)/g;

/** The names, versions, operators and cues of a clause, in their order; none overlaps another. */
export function wordsOf(text: string, names: Names): Word[] {
  const clause = text.replace(GLUED, (word) => (names.meaning(word) ? `${word} ` : word));
  const found: Word[] = [];
  const taken = namesAndVersions(clause, names);
  found.push(...taken);
  for (const match of clause.matchAll(OPERATOR)) {
    const text = OPERATORS[match[0]] ?? match[0];
    found.push({ kind: 'operator', text, start: match.index, end: match.index + match[0].length });
  }
  for (const [cue, pattern] of CUES) {
    for (const match of clause.matchAll(pattern)) {
      const [text] = match;
      found.push({ kind: 'cue', cue, text, start: match.index, end: match.index + text.length });
    }
  }
  const rank = (word: Word) => (word.kind === 'version' || word.kind === 'owner' ? 0 : 1);
  found.sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
  const kept: Word[] = [];
  for (const word of found) {
    const last = kept.at(-1);
    if (!last || word.start >= last.end) kept.push(word);
  }
  return kept;
}

function namesAndVersions(clause: string, names: Names): Word[] {
  const words: Word[] = [];
  const versions = [...clause.matchAll(VERSION)].map((match): Word => {
    const [whole, text = '', freeThreaded, plus] = match;
    const isSeries = /\.[xX*]$/.test(text);
    return {
      kind: 'version',
      text: isSeries ? text.slice(0, -2) : text,
      isOpen: plus !== undefined,
      isSeries,
      isFreeThreaded: freeThreaded !== undefined,
      start: match.index,
      end: match.index + whole.length,
    };
  });
  for (const match of clause.matchAll(NAME)) {
    const [text] = match;
    const start = match.index;
    const end = start + text.length;
    if (versions.some((version) => start < version.end && end > version.start)) continue;
    const lone = LONE.exec(clause.slice(end, end + 10));
    const meaning = names.meaning(text) ?? names.meaning(text.split('/').at(-1) ?? '');
    const isBefore = lone !== null || BEFORE_VERSION.test(clause.slice(end, end + 14));
    if (meaning !== undefined) {
      const owner: Owner = meaning === PYTHON ? PYTHON : (meaning.package ?? 'other');
      const projectId = meaning === PYTHON ? undefined : meaning.project.id;
      words.push({
        kind: 'owner',
        owner,
        ...(projectId !== undefined && { projectId }),
        start,
        end,
      });
      if (
        lone &&
        !versions.some((version) => version.start <= end + lone[0].length && version.end > end)
      ) {
        const [whole, number = '', plus] = lone;
        words.push({
          kind: 'version',
          text: number,
          isOpen: plus !== undefined,
          isSeries: false,
          isFreeThreaded: false,
          start: end + whole.length - number.length - (plus?.length ?? 0),
          end: end + whole.length,
        });
      }
    } else if (OTHERS.has(text.toLowerCase()) || (isBefore && !NO_NAMES.has(text.toLowerCase()))) {
      words.push({ kind: 'owner', owner: 'other', start, end });
    }
  }
  return [...words, ...versions];
}
