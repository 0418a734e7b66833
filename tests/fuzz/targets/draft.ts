import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { SourceError } from '../../../src/drafts/decode-source.ts';
import { readSource } from '../../../src/drafts/read-source.ts';
import { assertValidDraft, issueJson, SOURCES, sourceText } from '../../unit/drafts/drafting.ts';
import { anyText, edited, joined, pieceOf, special } from '../hostile-text.ts';
import type { Target } from '../target.ts';

const sources = readdirSync(SOURCES).map(sourceText);

/** Markup that breaks Markdown, MDX and YAML, and beginnings of what the readers look for. */
const syntax = fc.constantFrom(
  ...[
    '```\n',
    '````\n```\n',
    '~~~ {x}\n',
    '# check\n',
    '---\n',
    '"""',
    "'''",
    ': ',
    '- {',
    '{now}',
  ],
  ...[
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    '<!doctype html><p>',
    '</p></div>',
    '&anchor *alias ',
  ],
  ...[
    '!!tag ',
    'ImportError: "quoted" and `ticks` # check\n',
    'error: {a} <b> ${c}\n',
    '1\n2\n3\n',
  ],
  ...[
    '一、问题描述\n',
    '解决方案：',
    'TODO-DRAFT: ',
    'Cython 3.0.0 到 3.0.10 受影响，3.0.11 修复\n',
  ],
  ...['https://github.com/cython/cython/issues/1?x=1#y ', '#123 ', 'File "x", line 1\n'],
  ...['https://github.com/a/b/pull/99999999999999999999 ', 'Traceback (most recent call last):\n'],
);

const token = fc.oneof({ weight: 4, arbitrary: syntax }, special, anyText());

const words = joined(token, 8);

const issue = fc.tuple(words, words, words).map(([title, body, comment]) =>
  issueJson({
    title,
    body,
    state: 'CLOSED',
    labels: [{ name: title.slice(0, 40) }],
    milestone: { title: body.slice(0, 20) },
    comments: [
      { author: { login: comment.slice(0, 10) }, authorAssociation: 'MEMBER', body: comment },
    ],
  }),
);

/** JSON with the fields of an issue and values of any type. */
const json = fc
  .record(
    Object.fromEntries(
      ['title', 'body', 'state', 'labels', 'comments', 'url', 'milestone', 'createdAt'].map(
        (name) => [name, fc.oneof(words, fc.jsonValue({ maxDepth: 3 }))],
      ),
    ),
    { requiredKeys: [] },
  )
  .map((fields) => JSON.stringify(fields));

/** An issue or a write-up. Its draft is a valid article except for its marks. */
export const draft: Target<string> = {
  name: 'draft',
  inputs: fc.oneof(
    joined(token, 30),
    joined(fc.oneof(pieceOf(sources, 600), token), 12, '\n'),
    edited(fc.constantFrom(...sources), token),
    issue,
    json,
  ),
  runs: 150,
  check(text) {
    try {
      readSource(text);
    } catch (error) {
      // A text without words, or broken JSON.
      if (error instanceof SourceError) return;
      throw error;
    }
    assertValidDraft(text);
  },
};
