import { expect, test } from 'vitest';
import { MAX_WHOLE_LIBRARY, searchFilesOf } from '../../../../src/api/search-files.ts';
import { openLibraryFile } from '../../../../src/client/search/open-library-file.ts';
import { JsonFiles } from '../../../../src/client/shared/json-files.ts';
import { searchIndexPath } from '../../../../src/domain/addresses/addresses.ts';
import { perFacet } from '../../../../src/search/facets.ts';
import { buildSearchDocuments } from '../../../../src/search/ranking/build-documents.ts';
import { searchLibrary } from '../../../../src/search/ranking/search-library.ts';
import { setFacetValue, withoutFilters } from '../../../../src/search/search-state.ts';
import { entry } from '../../../support/make-index-entry.ts';

const path = searchIndexPath('en');
const projects = ['numpy', 'numba', 'cython'];

/** Returns the files of a library whose titles differ in one word. */
function filesOf(size: number, retitled = 'wheels'): Map<string, string> {
  const entries = Array.from({ length: size }, (_, number) =>
    entry(`fault-${number}`, {
      title: `Module m${number} fails to load ${number === 7 ? retitled : ''}`,
      summary: `Rebuild module m${number}.\nEnglish words.`,
      fix: `Install module m${number}.`,
    }),
  );
  const documents = buildSearchDocuments(entries).map((document, number) => ({
    ...document,
    url: `/articles/${document.slug}/`,
    labels: { project: 'Demo', symptom: 'Crash', status: 'Open', statusValue: 'open' },
    facets: { ...perFacet(() => ['all']), project: [projects[number % projects.length] ?? ''] },
  }));
  return searchFilesOf('en', documents);
}

/** Opens a library as the search page does, and records what it fetches besides the first file. */
function open(files: ReadonlyMap<string, string>) {
  const fetched: string[] = [];
  const state = { isOffline: false };
  const jsonFiles = new JsonFiles(async (address) => {
    fetched.push(address);
    const json = files.get(address);
    if (json === undefined || state.isOffline) throw new Error(`404 for ${address}`);
    return JSON.parse(json);
  });
  const library = openLibraryFile(path, files.get(path) ?? '', jsonFiles);
  const ask = (q: string, limit = 3) =>
    searchLibrary(library, { state: withoutFilters({ q }), limit });
  return { library, ask, fetched, state };
}

const small = filesOf(MAX_WHOLE_LIBRARY);
const large = filesOf(MAX_WHOLE_LIBRARY + 150);

test.each([
  ['small', small],
  ['large', large],
])('a %s library finds an article and shows it', async (_size, files) => {
  const outcome = await open(files).ask('m123');
  expect(outcome).toMatchObject({ total: 1, counts: { project: { numpy: 1 } } });
  expect(outcome?.hits).toEqual([
    {
      id: 'KF-fault-123',
      url: '/articles/fault-123/',
      title: 'Module m123 fails to load',
      summary: [
        { text: 'Rebuild module ', hit: false },
        { text: 'm123.', hit: true },
      ],
      excerpt: [],
      fix: 'Install module m123.',
      ...{ project: 'Demo', symptom: 'Crash', status: 'Open', statusValue: 'open' },
    },
  ]);
});

test('a small library is one file', () => {
  expect([...small.keys()]).toEqual([path]);
});

test('of a large library, a search fetches the parts that it needs, each once', async () => {
  const { ask, fetched } = open(large);
  for (const q of ['m123', 'm124', 'm123', 'module m123']) await ask(q);
  expect(fetched.length).toBeGreaterThan(1);
  expect(fetched.length).toBeLessThan(large.size / 2);
  expect(new Set(fetched).size).toBe(fetched.length);
});

test('the facets of all articles found are counted, those of articles that are not shown as well', async () => {
  const { library } = open(large);
  const state = setFacetValue(withoutFilters({ q: 'module' }), 'project', 'numba', true);
  const outcome = await searchLibrary(library, { state, limit: 2 });
  expect(outcome).toMatchObject({
    total: 100,
    counts: { project: { numpy: 100, numba: 100, cython: 100 }, status: { all: 100 } },
  });
  expect(outcome?.hits).toHaveLength(2);
});

test('without words, the articles come in the order of the library', async () => {
  const { ask } = open(large);
  const outcome = await ask('', 20);
  expect(outcome?.total).toBe(300);
  expect(outcome?.hits.map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, number) => `KF-fault-${number}`),
  );
});

test('a word that no article has is left to the search in full texts', async () => {
  expect(await open(large).ask('qwrtzp')).toBeUndefined();
});

test('a part that does not load fails the search, and is fetched again for the next one', async () => {
  const { ask, state } = open(large);
  state.isOffline = true;
  await expect(ask('m123')).rejects.toThrow('404');
  state.isOffline = false;
  expect((await ask('m123'))?.total).toBe(1);
});

test('the parts have other addresses when a word changes', () => {
  const changed = filesOf(MAX_WHOLE_LIBRARY + 150, 'sdists');
  const parts = [...large.keys()].filter((address) => address !== path);
  expect(parts.filter((address) => changed.has(address))).toEqual([]);
  expect([...filesOf(MAX_WHOLE_LIBRARY + 150)]).toEqual([...large]);
});
