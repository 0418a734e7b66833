import { expect, test } from 'vitest';
import { indexEntry } from '../../../../src/content/to-index-entry.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { locales } from '../../../../src/domain/vocabulary.ts';
import { PartedIndex, splitIndex } from '../../../../src/search/parts/term-parts.ts';
import { buildSearchDocuments } from '../../../../src/search/ranking/build-documents.ts';
import { createSearchIndex, search } from '../../../../src/search/ranking/search-index.ts';
import { readQuestions } from '../../../bench/evaluate/questions.ts';
import { entry } from '../../../support/make-index-entry.ts';
import { articlesOfOtherWords } from '../../../support/other-words.ts';
import { root } from '../../../support/root.ts';

const { articles } = await readLibrary(root);

/** Opens an index in parts as a browser gets it, and records the parts that are loaded. */
function open({ table, parts }: ReturnType<typeof splitIndex>) {
  const loaded: number[] = [];
  const index = new PartedIndex(JSON.parse(JSON.stringify(table)), async (number) => {
    loaded.push(number);
    return JSON.parse(JSON.stringify(parts[number]));
  });
  return { index, loaded };
}

test.each(locales)(
  'in parts, the library answers questions in %s with the same scores',
  async (locale) => {
    const documents = buildSearchDocuments(articles.map((article) => indexEntry(article, locale)));
    const whole = createSearchIndex(documents);
    const { index } = open(splitIndex(documents));
    const questions = readQuestions().filter(
      ({ lang, kind }, number) => lang === locale && kind !== 'typo' && number % 5 === 0,
    );
    const rounded = (results: ReturnType<typeof search>) =>
      results.slice(0, 3).map(({ id, score, terms }) => ({ id, score: score.toFixed(6), terms }));
    const different: string[] = [];
    for (const { text } of questions) {
      // A question mark ends the last word, which would have more words with its prefix than are loaded.
      const question = `${text} ?`;
      const expected = rounded(search(whole, question));
      const found = rounded(search(await index.indexFor(question), question));
      if (JSON.stringify(found) !== JSON.stringify(expected)) different.push(text);
    }
    // A word that no article has is compared with the words of some parts only.
    expect(different.length).toBeLessThan(questions.length / 20);
  },
);

const others = articlesOfOtherWords(
  articles.map((article) => indexEntry(article, 'en')),
  250,
);
const documents = buildSearchDocuments([
  ...others,
  entry('numba-multiply-defined', {
    title: 'LLVM error: symbol multiply defined',
    signatures: ['Linking globals named __excinfo_unwrap_args<hash>: symbol multiply defined!'],
  }),
  entry('pyo3-freeze', { title: 'Zanzibar threads of a Rust module wait forever' }),
  entry('matrix', { title: '矩阵乘法崩溃' }),
]);
const large = splitIndex(documents);

test.each([
  ['a word', 'zanzibar', 'pyo3-freeze'],
  ['the beginning of the word that is being typed', 'zanzi', 'pyo3-freeze'],
  ['a word with a wrong letter', 'zanzibor', 'pyo3-freeze'],
  ['an identifier', 'what is __excinfo_unwrap_args', 'numba-multiply-defined'],
  ['a part of an identifier', 'unwrap', 'numba-multiply-defined'],
  ['Chinese characters', '矩阵', 'matrix'],
])('an article among hundreds is found by %s, from a few parts', async (_title, text, slug) => {
  const { index, loaded } = open(large);
  expect(search(await index.indexFor(text), text)[0]?.id).toBe(`KF-${slug}`);
  expect(new Set(loaded).size).toBeLessThan(12);
  expect(large.parts.length).toBeGreaterThan(30);
});

test('words that begin alike are loaded from three parts at most', async () => {
  const { index, loaded } = open(large);
  await index.indexFor('co');
  expect(new Set(loaded).size).toBeLessThanOrEqual(3);
});

test('a text is answered alike whatever was asked before', async () => {
  const text = 'zanzibor symbol threads';
  const first = search(await open(large).index.indexFor(text), text);
  const { index } = open(large);
  for (const other of ['numpy import', 'threads', '矩阵', '']) await index.indexFor(other);
  expect(search(await index.indexFor(text), text)).toEqual(first);
});
