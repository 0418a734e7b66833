import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factsSchema } from '../../../src/domain/facts/facts.ts';
import { SourceError } from '../../../src/drafts/decode-source.ts';
import { readSource } from '../../../src/drafts/read-source.ts';
import { findDraftMarkers } from '../../../src/content/validate/find-draft-markers.ts';
import { readFrontMatter } from '../../../src/content/read/front-matter.ts';
import { validateArticle } from '../../../src/content/validate/validate-article.ts';
import { draftFrom, issueJson, projects, sourceText, SOURCES } from './drafting.ts';

const sources = readdirSync(SOURCES).map(sourceText);

/** Expects that the YAML parses, the facts are valid, the text is accepted, and every unsure field is marked. */
function expectValid(text: string): void {
  const { text: file, unsure } = draftFrom(text);
  const matter = readFrontMatter(file);
  const { success, error } = factsSchema.safeParse(matter.data);
  expect(error?.issues ?? []).toEqual([]);
  expect(success).toBe(true);
  expect(projects.map(({ id }) => id)).toContain((matter.data as { project: string }).project);
  expect(validateArticle(matter.body).violations).toEqual([]);
  const marked = findDraftMarkers('en.mdx', file, matter.bodyLine).filter(
    ({ field }) => field !== 'text' && field !== 'front matter',
  );
  expect(new Set(marked.map(({ field }) => field))).toEqual(new Set(unsure));
}

test.each(readdirSync(SOURCES))('the draft of %s is valid except for its marks', (file) => {
  expectValid(sourceText(file));
});

/** Returns true for a text that is refused: without words, or broken JSON. */
function isRefused(text: string): boolean {
  try {
    readSource(text);
    return false;
  } catch (error) {
    if (error instanceof SourceError) return true;
    throw error;
  }
}

/** Text of strangers, with markup that breaks Markdown, MDX and YAML. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
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
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    '<!doctype html><p>',
    '</p></div>',
    '\ud800',
    '\0',
    '\u2028',
    '&anchor *alias !!tag ',
    'ImportError: "quoted" and `ticks` # check\n',
    'error: {a} <b> ${c}\n',
    '1\n2\n3\n',
    '一、问题描述\n',
    '解决方案：',
    'TODO-DRAFT: ',
    'Cython 3.0.0 到 3.0.10 受影响，3.0.11 修复\n',
    'https://github.com/cython/cython/issues/1?x=1#y ',
    'https://github.com/a/b/pull/99999999999999999999 ',
    '#123 ',
    'File "x", line 1\n',
    'Traceback (most recent call last):\n',
  ),
);

test('the draft of any text is valid except for its marks', () => {
  fc.assert(
    fc.property(fc.array(awkward, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      if (isRefused(text)) return;
      expectValid(text);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('the draft of shuffled pieces of sources is valid except for its marks', () => {
  const piece = fc
    .tuple(fc.constantFrom(...sources), fc.nat(), fc.nat({ max: 600 }))
    .map(([text, start, length]) =>
      text.slice(start % text.length, (start % text.length) + length),
    );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, awkward), { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join('\n');
      if (isRefused(text)) return;
      expectValid(text);
    }),
    { numRuns: 100 },
  );
}, 120_000);

test('the draft of an issue of any text is valid except for its marks', () => {
  const words = fc.array(awkward, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, words, words, (title, body, comment) => {
      expectValid(
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
    }),
    { numRuns: 60 },
  );
}, 120_000);
