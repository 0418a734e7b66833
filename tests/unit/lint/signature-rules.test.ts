import { expect, describe, test } from 'vitest';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { lintLibrary } from '../../../src/lint/lint-library.ts';
import type { OrdinaryOutput } from '../../../src/lint/ordinary-output.ts';
import { libraryWith } from '../../support/library-copy.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const SIGNATURE = '"Fatal Python error: demo is broken (line <n>)"';
const SUPPORTING = `{ line: ${SIGNATURE}, role: supporting }`;

/** Returns the messages about signatures of the demo article with these signatures and this text after its own. */
async function messagesFor(
  { signatures = [SIGNATURE], text = '' }: { signatures?: string[]; text?: string },
  output?: OrdinaryOutput,
): Promise<string[]> {
  const root = libraryWith(
    { file: CRASH, from: `- ${SIGNATURE}`, to: signatures.map((line) => `- ${line}`).join('\n  ') },
    { file: CRASH, from: 'Upgrade.', to: `Upgrade.\n\n${text}` },
  );
  return lintLibrary(await readLibrary(root), undefined, output)
    .filter(({ rule }) => rule === 'signatures')
    .map(({ line, message }) => `${line}: ${message}`);
}

describe('messages that no signature matches', () => {
  const message = (text: string) => `\`\`\`message\n${text}\n\`\`\``;

  test('are reported with their first line', async () => {
    const text = message('\nRuntimeError: demo is not ready\n  wait for it');
    expect(await messagesFor({ text })).toEqual([
      '37: found a message that no signature of the article matches: RuntimeError: demo is not ready; better: a signature for it (`role: supporting` if other faults print it too), or a ```text block if it is not an error',
    ]);
  });

  test.each([
    ['that a signature matches', message('E   Fatal Python error: demo is broken (line 3)')],
    [
      'that a signature matches across two lines',
      message('Fatal Python error: demo\nis broken (line 3)'),
    ],
    ['that show a debugger session', message('Thread 1 received SIGSEGV\n#0  0x00007f in demo ()')],
    [
      'that show a dump of faulthandler',
      message(
        'Fatal Python error: Aborted\n\nCurrent thread 0x00007f (most recent call first):\n  File "a.py"',
      ),
    ],
    ['that are not called one', '```text\nRuntimeError: demo is not ready\n```'],
    ['of similar errors', `## Similar errors\n\n${message('RuntimeError: demo is not ready')}`],
  ])('not those %s', async (_name, text) => {
    expect(await messagesFor({ text })).toEqual([]);
  });

  test('not those that a supporting signature matches', async () => {
    const signatures = [SIGNATURE, '{ line: "demo is not ready", role: supporting }'];
    expect(await messagesFor({ signatures, text: message('demo is not ready') })).toEqual([]);
  });

  test('not those in other languages than English', async () => {
    const signatures = [SIGNATURE, '"fatal error: demo.h: No such file or directory"'];
    const text = message('a.c:1:10: 致命错误：demo.h：没有那个文件或目录');
    expect(await messagesFor({ signatures, text })).toEqual([]);
  });
});

describe('signatures that match what Similar errors says', () => {
  const similar = (text: string) => `## Similar errors\n\n${text}`;
  const message =
    'found a signature that matches what _Similar errors_ says about another fault: Fatal Python error: demo is broken (line 7); better: a line that only this fault prints, or a condition (`with`, `unless`)';

  test.each([
    ['in a code span', '- `Fatal Python error: demo is broken (line 7)`: another one.'],
    ['in a code block', '```text\nFatal Python error: demo is broken (line 7)\n```'],
    [
      'in a table',
      '| It prints | It is |\n|---|---|\n| `Fatal Python error: demo is broken (line 7)` | another one |',
    ],
  ])('are reported: %s', async (_name, text) => {
    expect(await messagesFor({ text: similar(text) })).toEqual([`15: ${message}`]);
  });

  test.each([
    ['prose', SIGNATURE, 'Fatal Python error: demo is broken (line 7) is another one.'],
    ['a part of the line', SIGNATURE, '- `Fatal Python error` alone: another one.'],
    ['a supporting signature', SUPPORTING, '- `Fatal Python error: demo is broken (line 7)`'],
    [
      'a signature whose condition excludes the error',
      `{ line: ${SIGNATURE}, unless: ["in a thread"] }`,
      '- `Fatal Python error: demo is broken (line 7)` and `in a thread`: another one.',
    ],
    [
      'a signature whose condition the error lacks',
      `{ line: ${SIGNATURE}, with: ["in a thread"] }`,
      '- `Fatal Python error: demo is broken (line 7)`: another one.\n- `in a thread`: a third one.',
    ],
  ])('not for %s', async (_name, signature, text) => {
    expect(await messagesFor({ signatures: [signature], text: similar(text) })).toEqual([]);
  });
});

describe('signatures that match ordinary output', () => {
  const printed = 'Fatal Python error: demo is broken (line 7)';
  const output = (faults: string[], ...examples: string[]): OrdinaryOutput => ({
    runs: [
      { name: 'demo-3.12', command: 'demo', exitCode: 1, lines: 1, date: '2026-11-30', faults },
    ],
    templates: examples.map((example) => ({
      template: example,
      example,
      lines: 1,
      runs: ['demo-3.12'],
    })),
  });
  const wanted =
    'better: a line that only this fault prints, `role: supporting`, or a condition (`with`, `unless`)';

  test('are reported with a run and its line', async () => {
    expect(await messagesFor({}, output([], 'Nothing', printed))).toEqual([
      `15: found a signature that matches ordinary output (demo-3.12): ${printed}; ${wanted}`,
    ]);
  });

  test('are reported if they nearly match', async () => {
    const signatures = [
      SIGNATURE,
      '"one two three four five six seven eight nine ten eleven twelve"',
    ];
    const text = '```text\none two three four five six seven eight nine ten eleven twelve\n```';
    const near = 'one two three four five six seven eight nine ten eleven dozen';
    expect(await messagesFor({ signatures, text }, output([], near))).toEqual([
      `16: found a signature that nearly matches ordinary output (demo-3.12): ${near.slice(0, 60)}...; ${wanted}`,
    ]);
  });

  test.each([
    ['of runs that show the fault', SIGNATURE, output(['KF-9001'], printed)],
    ['if they are supporting', SUPPORTING, output([], printed)],
    [
      'if the run lacks what they ask for',
      `{ line: ${SIGNATURE}, with: ["in a thread"] }`,
      output([], printed),
    ],
    [
      'if the run has what excludes them',
      `{ line: ${SIGNATURE}, unless: ["in a thread"] }`,
      output([], printed, 'in a thread'),
    ],
  ])('not %s', async (_name, signature, ordinary) => {
    expect(await messagesFor({ signatures: [signature] }, ordinary)).toEqual([]);
  });

  test('also if the run shows another fault', async () => {
    expect(await messagesFor({}, output(['KF-9002'], printed))).toHaveLength(1);
  });
});
