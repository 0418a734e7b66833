import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import type { MessageAddresses } from '../../../src/domain/addresses/addresses.ts';
import type { Locale } from '../../../src/domain/vocabulary.ts';
import { makeLargeLibrary } from '../../support/make-large-library.ts';

async function readLargeLibrary(size: number, languages?: readonly Locale[]) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  await makeLargeLibrary(path.join(root, 'content'), size, languages);
  return readLibrary(root);
}

test('a library of all real articles and copies of them is valid', async () => {
  const { articles: real, messageAddresses } = await readLibrary('.');
  const size = 2 * real.length + 5;
  const library = await readLargeLibrary(size);
  expect(library.problems).toEqual([]);
  expect(library.articles).toHaveLength(size);
  const translations = library.articles.flatMap((article) => Object.values(article.translations));
  expect(translations.filter(({ stale }) => stale)).toEqual([]);
  const mostArticles = (addresses: MessageAddresses) =>
    Math.max(...[...addresses.values()].map(({ length }) => length));
  // In a larger library, more articles would share an address than the schema allows.
  expect(mostArticles(library.messageAddresses)).toBe(mostArticles(messageAddresses));
});

test('a library smaller than the real one is valid, in English alone too', async () => {
  const { articles, problems } = await readLargeLibrary(3, ['en']);
  expect(problems).toEqual([]);
  expect(articles.map(({ facts }) => facts.id)).toEqual(['KF-0001', 'KF-0002', 'KF-0003']);
  expect(articles.flatMap(({ translations }) => Object.keys(translations))).toEqual([]);
});
