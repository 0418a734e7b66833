import type { SectionId } from '../../domain/facts/sections.ts';
import { simplified } from './simplified.ts';
import { trimEndOf, trimOf } from './trim.ts';

/** What a part of a source is about, as its heading says. */
export const roles = [
  'links',
  'look-alikes',
  'workaround',
  'environment',
  'affected',
  'reproduce',
  'solution',
  'advice',
  'summary',
  'symptom',
  'cause',
  'background',
] as const;

export type Role = (typeof roles)[number];

/** Where in an article that belongs. */
export const sectionOfRole: Readonly<Record<Role, SectionId>> = {
  background: 'what-you-see',
  symptom: 'what-you-see',
  environment: 'are-you-affected',
  affected: 'are-you-affected',
  solution: 'what-to-do',
  advice: 'what-to-do',
  summary: 'what-to-do',
  workaround: 'workarounds',
  cause: 'cause',
  reproduce: 'reproduce',
  'look-alikes': 'look-alikes',
  links: 'upstream',
};

/** The words that give a heading its role; of several the first role in this order wins. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  [
    'links',
    /参考(?:资料|链接|文献|文档)?$|^相关(?:链接|资料|资源)|^引用|^references?$|^(?:useful |related |external )?links$|^see also$|^further reading$|^resources$|^sources$/,
  ],
  [
    'look-alikes',
    /类似(?:问题|错误|故障)|相似(?:问题|错误)|易混淆|容易混淆|similar (?:issues|errors|problems)|look.?alikes|not to be confused/,
  ],
  [
    'workaround',
    /临时|变通|规避|绕过|绕开|替代方案|回避|折中|应急|^(?:如果)?不(?:想|能|便)|^if (?:you|that|it)\b|work.?arounds?|temporary|alternatives?$|in the meantime|stopgap/,
  ],
  [
    'environment',
    /环境(?:信息|说明|配置|版本|描述)?$|版本信息|系统信息|\b(?:operating system|os)(?: and version| version)?$|environment|versions?\b|system info|your setup|set.?up$|how did you install|\bplatform$|what bindings/,
  ],
  [
    'affected',
    /影响(?:范围|版本|评估|面)|受影响|适用(?:版本|范围)|触发条件|affected|who is hit|scope|^impact|regression\??/,
  ],
  [
    'reproduce',
    /复现|重现|最小(?:示例|例子|案例)|触发代码|示例代码$|reproduc|minimal example|^mre$|^mwe$|steps? to|example code|test case$/,
  ],
  ['cause', /技术背景|背景知识|技术原理|根(?:本)?(?:原)?因(?!.{0,6}(?:解决|修复))|root cause/],
  [
    'solution',
    /解决|修复|方案|[怎咋]么?(?:办|解|改|修|破)|解法|处理(?:方法|办法|方式|步骤)|应对|修改方法|对策|补救|solutions?|\bfix(?:e[sd]|ing)?\b|resolution|resolv|what to do|how to solve|remedy|the cure|answer$|what help|helps$|^getting (?:out|around|rid)|^pin\b|ways? out/,
  ],
  [
    'advice',
    /最佳实践|建议|预防|注意事项|注意点|经验|启示|启发|防范|避免|推荐做法|小贴士|best practices?|advice|recommend|prevent|lessons|take.?aways?|tips|avoid/,
  ],
  [
    'summary',
    /总结|小结|结语|结论|写在最后|结束语|后记|展望|^conclusions?$|^summary$|wrap.?up|closing|final (?:words|thoughts)|^tl.?dr/,
  ],
  [
    'symptom',
    /现象|症状|报错|错误(?:信息|日志|表现|描述|示例|提示|内容|输出|堆栈|详情|复述)|异常(?:信息|堆栈|描述)|问题(?:描述|表现|概述|概要|呈现)|表现|日志$|^(?:遇到的)?问题$|symptoms?|what happen|error(?: message| output| log|s)?$|actual (?:behaviou?r|result)|observed|bug|the problem|problem(?: description)?$|traceback|back ?trace|stack ?trace|describe the issue|^issue$|description$|^output$|the crash|what (?:you|i|we) (?:see|saw)|what (?:broke|breaks|failed|went wrong)|full log|log$/,
  ],
  [
    'cause',
    /原因|根源|分析|原理|剖析|解析|本质|机制|探究|探索|诊断|排查|定位|刨根|追根|溯源|怎么回事|深入|细节|为什么|为何|内幕|缘由|源码|cause|culprit|to blame|analysis|why|explanation|explained|going on|diagnos|investigat|under the hood|internals|digging|technical|details?$|behind/,
  ],
  [
    'background',
    /背景|概述|简介|引言|前言|引子|介绍|起因|场景|缘起|background|introduction|^intro$|overview|context|motivation|the story/,
  ],
];

const NUMBERING =
  /^(?:第?[一二三四五六七八九十百\d]{1,3}[步章节部分]?[、.．:：)）]\s?|[（(][一二三四五六七八九十\d]{1,3}[)）]\s?|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|\d{1,2}\s|[①②③④⑤⑥⑦⑧⑨⑩]\s?|step \d{1,2}[:.)]?\s|part \d{1,2}[:.)]?\s|[ivx]{1,4}[.)]\s)/i;

/** Marks, pictures and colons around the words of a heading. */
const AROUND = /[\s\p{P}\p{S}\p{Cs}\u200d\ufe0f]/u;

/** A heading without what themes put behind it to link to it: ` #`, ` [#](#the-cause)`. */
function withoutAnchor(text: string): string {
  const link = text.lastIndexOf('](#');
  const from = link < 0 || !text.endsWith(')') ? -1 : text.lastIndexOf('[', link);
  return trimEndOf(from < 0 ? text : text.slice(0, from), /[\s#¶]/);
}

/** The words of a heading: without marks, numbers, pictures. */
export function headingWords(text: string): string {
  let words = simplified(withoutAnchor(text.trim()));
  for (let round = 0; round < 3; round++) {
    words = trimOf(words.replace(NUMBERING, ''), AROUND);
  }
  return words;
}

/** What a heading says of the part below it, `undefined` when nothing known. */
export function roleOf(heading: string): Role | undefined {
  const words = headingWords(heading).toLowerCase();
  if (words === '' || words.length > 80) return undefined;
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What may stand beside the words of a role in a heading that nothing marks as one. */
const BESIDE =
  /问题|错误|故障|技术|详细|深入|具体|的|与|和|及|其|方案|方法|办法|步骤|建议|分析|解析|说明|信息|描述|过程|如何|典型|常见|主要|核心|根本|最终|官方|推荐|快速|完整|代码|方式|思路|实现|策略|内容|部分|开发者|用户|使用|编译|构建|运行|安装|[\s\p{P}]|\b(?:the|a|an|and|of|for|to|your|my|this|how|what|is|error|bug|issue|problem|code|description|describe|message|full|version|python|cython|numpy|numba|it|in|on|with|possible|proposed|learned|quick|long|short)\b/giu;

/** Letters that may be left of a bare heading when the words of roles and those beside them are taken away. */
const MAX_LEFT = 4;
const MAX_LEFT_ALONE = 12;

/**
 * The role of a line that nothing marks as a heading but its words: short, no sentence, and made of little else than the
 * words of headings.
 *
 * @param isAlone nothing stands directly above and below it, so that it may say more
 */
export function bareRoleOf(line: string, isAlone = false): Role | undefined {
  const words = headingWords(line).toLowerCase();
  const isShort = /[\u3400-\u9fff]/.test(words)
    ? words.length <= 20
    : words.split(/\s+/).length <= 6;
  if (!isShort || /[，。；！,;!]|\.\s/.test(words)) return undefined;
  const role = roleOf(words);
  if (role === undefined) return undefined;
  let rest = words;
  for (const [, pattern] of WORDS) rest = rest.replace(pattern, '');
  const most = isAlone ? MAX_LEFT_ALONE : MAX_LEFT;
  return rest.replace(BESIDE, '').length <= most ? role : undefined;
}
