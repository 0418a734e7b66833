import { expect, test } from 'vitest';
import { buildSearchDocuments } from '../../../../src/search/ranking/build-documents.ts';
import { openLibrary } from '../../../../src/search/ranking/listed-library.ts';
import { searchLibrary } from '../../../../src/search/ranking/search-library.ts';
import type { ExcerptPart } from '../../../../src/search/excerpt.ts';
import { perFacet } from '../../../../src/search/facets.ts';
import { setFacetValue, withoutFilters } from '../../../../src/search/search-state.ts';
import { entry } from '../../../support/make-index-entry.ts';

const articles = [
  {
    project: 'numpy',
    symptom: 'crash',
    title: 'Rebuild after the upgrade',
    summary: '矩阵乘法崩溃',
  },
  {
    project: 'numba',
    symptom: 'crash',
    title: 'Matrix crash',
    summary: 'Set RTLD_GLOBAL, then start.',
    signatures: ['undefined symbol: demo'],
  },
  { project: 'numba', symptom: 'hang', title: 'Matrix loop never ends', summary: '' },
];

const documents = buildSearchDocuments(
  articles.map(({ title, summary, signatures = [] }, number) =>
    entry(`fault-${number}`, { title, summary, signatures }),
  ),
).map((document, number) => {
  const { project = '', symptom = '' } = articles[number] ?? {};
  return {
    ...document,
    url: `/articles/${document.slug}/`,
    fix: `Fix ${number}.`,
    labels: { project: project.toUpperCase(), symptom, status: 'Open', statusValue: 'open' },
    facets: { ...perFacet(() => []), project: [project], symptom: [symptom], status: ['open'] },
  };
});
const library = openLibrary(documents);
const state = (q: string) => withoutFilters({ q });
const shown = (parts: readonly ExcerptPart[] = []) =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text));

test.each(['', ' ', '?', 'the'])(
  'without a word to search for, %j lists all articles in their order',
  async (q) => {
    const outcome = await searchLibrary(library, { state: state(q), limit: 2 });
    expect(outcome?.total).toBe(3);
    expect(outcome?.hits.map(({ id }) => id)).toEqual(['KF-fault-0', 'KF-fault-1']);
  },
);

test('a word of no article has no answer', async () => {
  expect(await searchLibrary(library, { state: state('zzzz'), limit: 5 })).toBeUndefined();
});

test('an empty library lists nothing without a word, and has no answer to one', async () => {
  const empty = openLibrary([]);
  expect(await searchLibrary(empty, { state: state(''), limit: 5 })).toMatchObject({ total: 0 });
  expect(await searchLibrary(empty, { state: state('matrix'), limit: 5 })).toBeUndefined();
});

test('a hit has its address and its names', async () => {
  const outcome = await searchLibrary(library, { state: state('rebuild'), limit: 5 });
  expect(outcome?.hits[0]).toMatchObject({
    url: '/articles/fault-0/',
    title: 'Rebuild after the upgrade',
    fix: 'Fix 0.',
    project: 'NUMPY',
    statusValue: 'open',
  });
});

test('facets restrict the hits, and each is counted without itself', async () => {
  const chosen = setFacetValue(state('matrix'), 'symptom', 'hang', true);
  const outcome = await searchLibrary(library, { state: chosen, limit: 5 });
  expect(outcome?.hits.map(({ id }) => id)).toEqual(['KF-fault-2']);
  expect(outcome?.counts['symptom']).toEqual({ hang: 1, crash: 2 });
  expect(outcome?.counts['project']).toEqual({ numba: 1 });
});

test('words that only articles outside of the facets have are an answer without hits, with the counts of other values', async () => {
  const chosen = setFacetValue(state('rebuild'), 'symptom', 'hang', true);
  const outcome = await searchLibrary(library, { state: chosen, limit: 5 });
  expect(outcome).toMatchObject({ total: 0, hits: [] });
  expect(outcome?.counts['symptom']).toEqual({ crash: 1 });
});

test('ids restrict the hits and the counts', async () => {
  const query = { state: state('matrix'), limit: 5, only: ['KF-fault-1'] };
  const outcome = await searchLibrary(library, query);
  expect(outcome?.total).toBe(1);
  expect(outcome?.counts['symptom']).toEqual({ crash: 1 });
});

test('articles that are shown elsewhere are left out of the hits and the counts', async () => {
  const query = { state: state('matrix'), limit: 5, except: ['KF-fault-1'] };
  const outcome = await searchLibrary(library, query);
  expect(outcome?.hits.map(({ id }) => id)).toEqual(['KF-fault-2', 'KF-fault-0']);
  expect(outcome?.counts['symptom']).toEqual({ hang: 1, crash: 1 });
});

test.each([
  ['rtld_glo', ['Set ', '[RTLD_GLOBAL]', ', then start.']],
  ['乘法', ['矩阵', '[乘法]', '崩溃']],
  ['never', []],
])('the summary of a hit for %j has the words marked', async (q, parts) => {
  const outcome = await searchLibrary(library, { state: state(q), limit: 1 });
  expect(shown(outcome?.hits[0]?.summary)).toEqual(parts);
  expect(outcome?.hits[0]?.excerpt).toEqual([]);
});

test('a hit whose summary lacks the words shows the printed line that has them', async () => {
  const outcome = await searchLibrary(library, { state: state('symbol'), limit: 1 });
  expect(shown(outcome?.hits[0]?.summary)).toEqual(['Set RTLD_GLOBAL, then start.']);
  expect(shown(outcome?.hits[0]?.excerpt)).toEqual(['undefined ', '[symbol:]', ' demo']);
});
