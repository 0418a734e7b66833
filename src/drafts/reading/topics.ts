import type { Role } from './roles.ts';

/** What a sentence is about that stands below no heading, as in a thread or a mail; the first that fits is it. */
const TOPICS: readonly (readonly [Role, RegExp])[] = [
  [
    'workaround',
    /(?<!\w)(?:work.?arounds?|until (?:you|then|that|an?|the|it|we)|in the meantime|meanwhile|for now|instead of|avoid(?:s|ed|ing)?|downgrad\w{1,4}|stay on|(?:that|what|which) helped|helps|gets? rid of|did it for me|work(?:s|ed) for me|only this worked|ugly but|went back to)(?!\w)|暂时|临时|绕过|规避|退回|回退|如果不方便|如果不能/i,
  ],
  [
    'solution',
    /(?<!\w)(?:fix(?:ed)? (?:in|by|with|was|is|has)|will be in|released (?:as|in|with)|merged|upgrad(?:e|ing)|update to|(?:pip|conda|cargo|apt) (?:install|update|add)|rebuild|recompile|reinstall|pin (?:it|the|to)|take a version|the fix|backport(?:ed)?)(?!\w)|升级|修复|修好|重新编译|安装|改成|换成|固定(?:在|到)/i,
  ],
  [
    'cause',
    /(?<!\w)(?:because|caused? by|causes?|the reason|due to|bisected|introduced (?:in|by)|regression|removed|no longer|turns out|that is why|this is why|under the hood)(?!\w)|原因|因为|由于|导致|根源|本质/i,
  ],
];

/** What the writer says he tried is no advice. */
const TRIED =
  /(?<!\w)i(?:'ve| have)? (?:already |also )?(?:tried|ran|installed|upgraded|did)(?!\w)|(?:试过|尝试了|已经(?:升级|安装))/i;

/** What a sentence is about, `undefined` for one that may be about anything. */
export function topicOf(text: string): Role | undefined {
  if (TRIED.test(text)) return undefined;
  return TOPICS.find(([, words]) => words.test(text))?.[0];
}
