import { describe, expect, test } from 'vitest';
import {
  answer,
  answeringComment,
  articleAddress,
  quotable,
  retractingComment,
} from '../../../src/action/comment.ts';
import { RetryLimits } from '../../../src/action/retry-limits.ts';
import type { FaultCard } from '../../../src/api/published-knowledge.ts';

const address = 'https://faults.example/KF-0001/';

const card: FaultCard = {
  title: 'Walrus crashes',
  summary: 'Upgrade.',
  fix: {
    text: 'Rebuild with `cython>=3.1.0`, not with *old_one*.',
    command: 'pip install "cython>=3.1.0"',
  },
  cause: 'defect',
  python: '>=3.8',
  platforms: ['linux'],
  builds: ['gil'],
  affected: [
    { ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.1.0' },
    { ecosystem: 'PyPI', package: 'old_one', fixed: '2.0' },
  ],
};

test('writes an answer in English', () => {
  const text = answer(card, address, 'Fatal Python error: x', 'en');
  expect(answeringComment(text, 'no-known-faults', 'en')).toBe(`<!-- known-faults -->

This looks like a known fault: [Walrus crashes](https://faults.example/KF-0001/).

Rebuild with \`cython>=3.1.0\`, not with \\*old\\_one\\*.

\`\`\`text
pip install "cython>=3.1.0"
\`\`\`

Affected: cython 3.0.0 to before 3.1.0; old\\_one before 2.0.

The article explains how to check whether you are affected, and the cause.

Matched by this line of the report:

\`\`\`text
Fatal Python error: x
\`\`\`

This comment was posted automatically. To opt an issue out, add the label \`no-known-faults\`.`);
});

test('writes an answer in Chinese', () => {
  const text = answer({ ...card, affected: [] }, address, 'Fatal Python error: x', 'zh');
  expect(answeringComment(text, 'no-known-faults', 'zh')).toBe(`<!-- known-faults -->

这看起来是一个已知故障：[Walrus crashes](https://faults.example/KF-0001/)。

Rebuild with \`cython>=3.1.0\`, not with \\*old\\_one\\*.

\`\`\`text
pip install "cython>=3.1.0"
\`\`\`

文章说明了如何确认是否受影响，以及故障的原因。

报告中的这一行与已知故障匹配：

\`\`\`text
Fatal Python error: x
\`\`\`

本评论由程序自动发布。如果不希望某个 issue 收到评论，请给它加上标签 \`no-known-faults\`。`);
});

test('retracts an answer in both languages', () => {
  expect(retractingComment('en')).toBe(
    '<!-- known-faults -->\n\nThe report has been edited and no longer matches a known fault.',
  );
  expect(retractingComment('zh')).toBe(
    '<!-- known-faults -->\n\n报告已被修改，现在的内容没有匹配到已知故障。',
  );
});

test.each([
  ['https://faults.example', 'en', 'https://faults.example/KF-0001/'],
  ['https://faults.example/sub/', 'en', 'https://faults.example/sub/KF-0001/'],
  ['https://faults.example/sub/', 'zh', 'https://faults.example/sub/zh/KF-0001/'],
] as const)('the article on %s in %s is at %s', (site, language, expected) => {
  expect(articleAddress(site, 'KF-0001', language)).toBe(expected);
});

describe('a quoted line', () => {
  test.each([
    ['  two  words ', 'two  words'],
    ['a\u202Eb\u2066c\u200Fd\u061Ce', 'a b c d e'],
    ['a\u001b[31m\u0000b\u0085c\u2028d\ne', 'a [31m b c d e'],
    ['a\u{E0041}\u{E007F}b\uFEFF\u00AD\uFFFEc\uD800', 'a b c'],
    ['e\u0301'.repeat(2), 'e\u0301e\u0301'],
    [`e${'\u0301'.repeat(50)}x`, `e${'\u0301'.repeat(3)}x`],
    ['文字 ａ', '文字 ａ'],
    ['/home/kim/secret-plan/env/x.so: no', '/home/<user>/.../x.so: no'],
    ['token=hunter2hunter2 failed for kim@acme.example', 'token=<secret> failed for <email>'],
    ['x'.repeat(300), 'x'.repeat(300)],
    ['x'.repeat(301), `${'x'.repeat(300)} …`],
    ['😀'.repeat(400), `${'😀'.repeat(300)} …`],
  ])('%j is quoted as %j', (line, quoted) => {
    expect(quotable(line)).toBe(quoted);
  });
});

describe('the retry limits', () => {
  test.each([
    ['refuse one long wait', [61], [false]],
    ['grant a minute in all', [20, 30, 10, 1], [true, true, true, false]],
    ['grant a shorter wait after refusing a longer one', [50, 20, 10], [true, false, true]],
    ['refuse the fifth wait, however short', [0, 0, 0, 0, 0], [true, true, true, true, false]],
  ])('%s', (_name, waits, granted) => {
    const limits = new RetryLimits();
    expect(waits.map((seconds) => limits.grants(seconds))).toEqual(granted);
  });
});
