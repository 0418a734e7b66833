import type { Symptom } from '../../domain/vocabulary.ts';
import { atLine, type Found } from './found.ts';
import type { Reading } from '../reading/reading.ts';

/** What programs print, most telling first: of one output the first that fits counts. */
const PRINTED: readonly (readonly [Symptom, RegExp])[] = [
  [
    'crash',
    /Segmentation fault|SIGSEGV|SIGABRT|SIGBUS|SIGILL|Fatal Python error|core dumped|access violation|Bus error|Illegal instruction|terminate called|double free|free\(\): invalid|malloc\(\): |0xC0000005|exit(?:ed)? (?:with )?(?:code|status) (?:-11|139|134|3221225477)|Assertion [`']|段错误/i,
  ],
  [
    'link-error',
    /undefined reference to|unresolved external|LNK\d{4}|cannot find -l|Undefined symbols for architecture|library not found for|linking with [`']|ld returned 1|multiple definition of|relocation R_|ld: (?:symbol|library|can't|cannot)|could not open '[\w-]+\.lib/,
  ],
  [
    'import-error',
    /\bImportError\b|ModuleNotFoundError|No module named ['"]|DLL load failed|cannot open shared object|undefined symbol: |symbol not found in flat namespace|Library not loaded|incompatible architecture|is not a valid Win32|dynamic module does not define|may indicate binary incompatibility|A module that was compiled using NumPy/,
  ],
  [
    'build-error',
    /fatal error: |CompileError|error: command ['"]|Failed building wheel|metadata-generation-failed|subprocess-exited-with-error|error\[E\d{4}\]|could not compile|meson\.build:\d|CMake Error|error C\d{4}|\.(?:c|cc|cpp|cxx|h|hpp):[\d:]+ error|\.p(?:yx|x[di]):[\d:]+ |error: subprocess|maturin failed|ninja: build stopped|failed to run custom build command|InvalidVersion|error: the configured Python/,
  ],
  ['exception', /^[A-Za-z_][\w.]*(?:Error|Exception)\b|panicked at|PanicException/m],
  ['build-error', /^\s{0,8}(?:error|ERROR|fatal): \S/m],
];

/** What people say, in titles and in prose. */
const SAID: readonly (readonly [Symptom, RegExp])[] = [
  [
    'hang',
    /(?<!\w)(?:hangs?|hanging|deadlocks?(?:ed)?|freezes?|frozen|stuck|never returns|never c(?:omes?|ame) back|waits? for (?:itself|each other|the gil|a lock)|does not return|blocks forever)(?!\w)|死锁|卡住|卡死|挂起|假死|无响应|不返回|一直等待|永久阻塞/gi,
  ],
  [
    'memory',
    /(?<!\w)(?:(?:memory|reference|refcount) leaks?|leak(?:s|ed|ing)?|memory (?:grows|usage grows|keeps growing|consumption)|out of memory|oom)(?!\w)|内存泄[漏露]|引用泄[漏露]|内存(?:持续|不断)?(?:增长|上涨|膨胀)|内存占用|内存溢出/gi,
  ],
  [
    'performance',
    /(?<!\w)(?:slow(?:er|down|s)?|performance (?:regression|drop|degradation|issue|problem)|takes (?:much )?longer|times slower)(?!\w)|性能(?:下降|退化|回归|问题|损失)|变慢|很慢|缓慢|耗时/gi,
  ],
  [
    'wrong-result',
    /(?<!\w)(?:wrong (?:results?|values?|answers?|output)|incorrect(?:ly)?(?: results?| values?| output)?|silently|returns? (?:the )?wrong|garbage values?|(?:results|values|numbers) (?:are|were) (?:wrong|different)|no longer match(?:ed|es)?|loses (?:its )?last digits|miscompil\w{1,6}|loses precision|miscalculat\w{1,6}|unexpected (?:results?|values?))(?!\w)|(?:结果|返回值|数值|计算)(?:错误|不正确|不对|不一致|异常)|错误(?:的)?结果|精度(?:丢失|损失)|静默/gi,
  ],
  [
    'crash',
    /(?<!\w)(?:crash(?:es|ed|ing)?|segfaults?|segmentation faults?|aborts?|core dump|sigsegv|sigabrt|access violation|illegal instruction)(?!\w)|崩溃|段错误|闪退|核心转储|访问冲突|非法指令/gi,
  ],
  [
    'link-error',
    /(?<!\w)(?:link(?:ing|er)? (?:error|fails?|failure|failed|stage)|linker|unresolved (?:external )?symbols?|undefined references?)(?!\w)|链接(?:错误|失败|阶段|报错)|无法解析的外部符号|未定义(?:的)?引用/gi,
  ],
  [
    'import-error',
    /(?<!\w)(?:import ?errors?|import(?:ing)?(?: \w{1,40})? (?:fails?|failed|broken|breaks|crashes)|fails? (?:to|on|at|during) import|cannot import|can't import|on import|dll load failed)(?!\w)|导入(?:错误|失败|报错|时|异常)|无法导入|加载失败|找不到指定的模块|未定义符号|符号未(?:找到|定义)/gi,
  ],
  [
    'build-error',
    /(?<!\w)(?:build (?:error|fails?|failure|failed|broken)|fails? to (?:build|compile|install)|compil(?:e|ation|er) (?:errors?|fails?|failure|failed)|does not (?:build|compile)|cannot (?:build|compile|install)|installation fails|pip install fails)(?!\w)|编译(?:错误|失败|报错|不通过|问题|阶段)|构建(?:错误|失败|报错|问题)|安装(?:失败|报错|错误)|无法(?:编译|构建|安装)/gi,
  ],
  [
    'exception',
    /(?<!\w)(?:raises?|raised|throws?|exception|[A-Z]\w{1,40}Error|panics?|panicked)(?!\w)|异常/gi,
  ],
];

const TITLE_WEIGHT = 8;
const PRINTED_WEIGHT = 5;
const SYMPTOM_WEIGHT = 2;
const FIRST_WEIGHT = 4;
const PROSE_WEIGHT = 1;
const QUOTED_WEIGHT = 3;
const LABEL_WEIGHT = 4;

/** A word repeated more often says no more. */
const MAX_OF_PROSE = 4;

interface Vote {
  weight: number;
  read: string;
  readWeight: number;
}

/** What one sees, by what the title says, what was printed, how the text calls it. */
export function findSymptom({ lines, code, source, title }: Reading): Found<Symptom> {
  const votes = new Map<Symptom, Vote>();
  const vote = (symptom: Symptom, weight: number, read: string, most = Infinity) => {
    const known = votes.get(symptom);
    if (!known) votes.set(symptom, { weight, read, readWeight: weight });
    else {
      if (weight > known.readWeight) Object.assign(known, { read, readWeight: weight });
      if (weight > PROSE_WEIGHT || known.weight < most) known.weight += weight;
    }
  };
  if (title !== undefined) {
    SAID.filter(([, pattern]) => title.match(pattern)).forEach(([symptom], at) =>
      // `ImportError` is an exception, too: what is said more exactly comes first. The name of an exception in a title
      // says little: builds and imports end with one as well.
      vote(symptom, at === 0 && symptom !== 'exception' ? TITLE_WEIGHT : TITLE_WEIGHT / 2, 'title'),
    );
    const printed = PRINTED.find(([, pattern]) => pattern.test(title))?.[0];
    if (printed) vote(printed, TITLE_WEIGHT / 2, 'title');
  }
  for (const { text, from, language } of code) {
    if (language !== 'message' && language !== 'console') continue;
    const printed = PRINTED.find(([, pattern]) => pattern.test(text))?.[0];
    if (printed) vote(printed, PRINTED_WEIGHT, atLine(from), 2 * PRINTED_WEIGHT);
  }
  const opening = lines.find(({ role, isHeading }) => role === 'symptom' && !isHeading);
  for (const line of lines) {
    const { text, number, role } = line;
    if (role === 'look-alikes' || role === 'links') continue;
    // The sentence that begins the description says what one sees.
    const weight =
      line === opening ? FIRST_WEIGHT : role === 'symptom' ? SYMPTOM_WEIGHT : PROSE_WEIGHT;
    for (const [symptom, pattern] of SAID) {
      if (text.match(pattern)) vote(symptom, weight, atLine(number), MAX_OF_PROSE);
    }
    const printed = PRINTED.find(([, pattern]) => pattern.test(text))?.[0];
    if (printed) vote(printed, Math.max(weight, QUOTED_WEIGHT), atLine(number), PRINTED_WEIGHT);
  }
  for (const label of source.issue?.labels ?? []) {
    const said = SAID.find(([, pattern]) => label.match(pattern))?.[0];
    if (said) vote(said, LABEL_WEIGHT, 'label');
  }
  const ranked = [...votes].sort(([, a], [, b]) => b.weight - a.weight);
  const [first, second] = ranked;
  // Builds, links and imports end with an exception as well.
  const exact = ranked.find(([id, { weight }]) => id !== 'exception' && weight >= PRINTED_WEIGHT);
  if (first?.[0] === 'exception' && exact) {
    return { value: exact[0], read: exact[1].read, isSure: false, note: 'or exception' };
  }
  if (!first) return { value: 'exception', isSure: false, note: 'the source does not say' };
  const isClear = !second || first[1].weight >= 1.5 * second[1].weight;
  return {
    value: first[0],
    read: first[1].read,
    isSure: isClear && first[1].weight >= PRINTED_WEIGHT,
    ...(!isClear && second && { note: `or ${second[0]}` }),
  };
}
