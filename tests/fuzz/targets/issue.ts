import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { answer, answeringComment, MARKER, quotable } from '../../../src/action/comment.ts';
import { InputError } from '../../../src/action/input-error.ts';
import { issueOf } from '../../../src/action/issue-event.ts';
import { readIssue } from '../../../src/action/read-issue.ts';
import { nodesOf } from '../../../src/content/tree.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { locales } from '../../../src/domain/vocabulary.ts';
import { issueEvent, knowledge, pluginError } from '../../support/action-run.ts';
import { anyText, joined, repeated, special } from '../hostile-text.ts';
import type { Target } from '../target.ts';

const ADDRESS = 'https://faults.example/KF-9001/';

/** Syntax of issues, text that a tracker turns into links, mentions or elements, and commands to the runner. */
const syntax = fc.constantFrom(
  ...[
    '@torvalds',
    '#1',
    'acme/other#2',
    'GH-3',
    '`',
    '``',
    '```',
    '````',
    '~~~',
    '\n',
    '\n\n',
    '> ',
  ],
  ...[
    '<img src=x onerror=y>',
    '<!--',
    '-->',
    '</code>',
    '[a](b)',
    '![a](b)',
    '|',
    '# ',
    '<br>',
    '<p',
  ],
  ...[
    'https://github.com/a/b/issues/1',
    'www.b.example',
    'a@b.example',
    'javascript:',
    '<details>',
  ],
  ...[
    '::set-output name=id::x',
    '::error::',
    '&lt;',
    '$x$',
    ' ',
    '_No response_',
    '### Logs\n',
    '<a x=',
  ],
  ...[pluginError, `\n${pluginError}\n`, 'PluginError: symbol ', ' resolved twice in module '],
);

const words = fc.oneof(
  {
    weight: 20,
    arbitrary: joined(fc.oneof({ weight: 4, arbitrary: syntax }, special, anyText(8)), 20),
  },
  { weight: 2, arbitrary: anyText() },
  { weight: 1, arbitrary: repeated(joined(syntax, 2), 65_000) },
);

/** A field of the payload: what GitHub sends, or any other JSON value. */
const field = <T>(expected: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 30, arbitrary: expected }, { weight: 1, arbitrary: fc.jsonValue() });

const payload = fc
  .record({
    title: field(words),
    body: field(fc.option(words)),
    number: field(fc.nat()),
    action: field(fc.constantFrom('opened', 'edited', 'reopened')),
    labels: field(fc.array(fc.record({ name: field(words) }), { maxLength: 3 })),
    sender: field(fc.constant({ type: 'User' })),
    state: field(fc.constant('open')),
  })
  .map(({ body, ...parts }) => issueEvent(body as string, parts));

/** The payload of an issue event, and the comment with which the Action answers it. */
export const issue: Target = {
  name: 'issue',
  inputs: fc.oneof({ weight: 50, arbitrary: payload }, { weight: 1, arbitrary: fc.jsonValue() }),
  runs: 500,
  check(event) {
    const read = issueIn(event);
    if (!read) return;
    const text = readIssue(read);
    assert.ok(text.length <= read.title.length + read.body.length + 2, 'text was added');
    const [finding] = diagnose(knowledge.index, text, { limit: 1 }).findings;
    assertSafeComment(finding?.line.text ?? read.title, read.body);
  },
};

function issueIn(event: unknown) {
  try {
    const read = issueOf('issues', event, 'no-known-faults');
    return 'issue' in read ? read.issue : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Asserts that a comment shows a line and a label as code: one link, no element, no mention and no reference. */
function assertSafeComment(line: string, label: string): void {
  const card = knowledge.cards['KF-9001'];
  assert.ok(card);
  for (const language of locales) {
    const comment = answeringComment(
      answer(card, ADDRESS, line, language),
      quotable(label) || 'x',
      language,
    );
    assert.ok(comment.length < 5_000, `a comment of ${comment.length} characters`);
    const nodes = [...nodesOf(markdownToMdast(comment))].map(({ node }) => node);
    assert.deepEqual(
      nodes.flatMap((node) => ('url' in node ? [node.url] : [])),
      [ADDRESS],
    );
    assert.deepEqual(
      nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])),
      [MARKER],
    );
    for (const node of nodes) {
      if (node.type === 'text') assert.doesNotMatch(node.value, /[@#]\w|GH-\d|:\/\/|www\.|::/);
    }
    assert.deepEqual(
      nodes.flatMap((node) => (node.type === 'code' ? [node.value] : [])),
      [card.fix.command, quotable(line)],
    );
  }
}
