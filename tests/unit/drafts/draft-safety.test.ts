import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsSchema } from '../../../src/domain/facts/facts.ts';
import { validateArticle } from '../../../src/content/validate/validate-article.ts';
import { readFrontMatter } from '../../../src/content/read/front-matter.ts';
import { findDraftMarkers } from '../../../src/content/validate/find-draft-markers.ts';
import { SourceError } from '../../../src/drafts/source/source-error.ts';
import { readSource } from '../../../src/drafts/source/source.ts';
import { isOrdinaryPage } from '../../../src/drafts/source/html-shape.ts';
import { draftFrom, names, sourceText, SOURCES } from '../../support/draft-sources.ts';

const sources = readdirSync(SOURCES).map(sourceText);

/** A draft is in order but for what it marks: the YAML parses, the facts fit, the text passes the gate, every mark is told. */
function expectValid(text: string): void {
  const { text: file, unsure } = draftFrom(text);
  const matter = readFrontMatter(file);
  const { success, error } = factsSchema.safeParse(matter.data);
  expect(error?.issues ?? []).toEqual([]);
  expect(success).toBe(true);
  expect(names.projects.map(({ id }) => id)).toContain(
    (matter.data as { project: string }).project,
  );
  expect(validateArticle(matter.body).violations).toEqual([]);
  const told = findDraftMarkers('en.mdx', file, matter.bodyLine).filter(
    ({ field }) => field !== 'text' && field !== 'front matter',
  );
  expect(new Set(told.map(({ field }) => field))).toEqual(new Set(unsure));
}

test.each(readdirSync(SOURCES))('the draft of %s is in order but for what it marks', (file) => {
  expectValid(sourceText(file));
});

/** A text of which no draft is made: without words, or broken JSON. */
function isRefused(text: string): boolean {
  try {
    readSource(text);
    return false;
  } catch (error) {
    if (error instanceof SourceError) return true;
    throw error;
  }
}

/** Whatever a stranger may send, the awkward above all. */
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

test('whatever it is made from, a draft is in order but for what it marks', () => {
  fc.assert(
    fc.property(fc.array(awkward, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      if (isRefused(text)) return;
      expectValid(text);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('pieces of real sources in any order give a draft in order', () => {
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

test('an issue of any text gives a draft in order', () => {
  const words = fc.array(awkward, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, words, words, (title, body, comment) => {
      expectValid(
        JSON.stringify({
          title,
          body,
          state: 'CLOSED',
          url: 'https://github.com/cython/cython/issues/90001',
          labels: [{ name: title.slice(0, 40) }],
          comments: [
            { author: { login: comment.slice(0, 10) }, authorAssociation: 'MEMBER', body: comment },
          ],
        }),
      );
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe('a source that cannot be read is refused in one line', () => {
  test.each([
    ['', 'found an empty source; a text is needed'],
    [' \n\t', 'found an empty source; a text is needed'],
    ['{"a": 1}', /^found JSON that is no issue; needed what `gh issue view N/],
    ['[]', /^found JSON that is no issue/],
    ['x'.repeat(2_000_001), /^found 2000001 characters; at most 2000000 are read/],
  ])('%#', (text, message) => {
    expect(() => readSource(text)).toThrow(SourceError);
    expect(() => readSource(text)).toThrow(message);
  });
});

test('a page that was not made for reading is read without its tree', () => {
  expect(isOrdinaryPage('<div>'.repeat(300))).toBe(false);
  expect(isOrdinaryPage('<p>'.repeat(300))).toBe(true);
  expect(isOrdinaryPage('<b></b>'.repeat(30_000))).toBe(false);
  const { lines } = readSource(
    `<!doctype html>${'<div>'.repeat(5_000)}<p>It &lt;crashes&gt;</p><script>x()</script>`,
  );
  expect(lines.join('').trim()).toBe('It <crashes>');
});

test('scripts, styles and frames of a page are no part of its source', () => {
  const { lines } = readSource(sourceText('pyo3-csdn.html'));
  expect(lines.join('\n')).not.toMatch(/evil\.example|color:red|<script/);
});
