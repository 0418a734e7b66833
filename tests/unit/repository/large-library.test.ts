import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import type { Locale } from '../../../src/domain/vocabulary.ts';
import { makeLargeLibrary } from '../../support/make-large-library.ts';
import { root } from '../../support/root.ts';

const CONTENT = path.join(root, 'content');

async function readLargeLibrary(size: number, languages?: readonly Locale[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await makeLargeLibrary(path.join(folder, 'content'), size, languages);
  return readLibrary(folder);
}

/** Returns the number of articles at the message address that has the most. */
const mostArticles = (addresses: Iterable<readonly string[]>) =>
  Math.max(...[...addresses].map(({ length }) => length));

test('a library of all real articles and a copy of each is valid', async () => {
  const size = 2 * readdirSync(path.join(CONTENT, 'articles')).length;
  const { articles, problems, messageAddresses } = await readLargeLibrary(size);
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(size);
  const translations = articles.flatMap((article) => Object.values(article.translations));
  expect(translations.filter(({ stale }) => stale)).toEqual([]);

  // With many copies, more articles would share an address than the schema allows.
  const file = readFileSync(path.join(CONTENT, 'message-addresses.json'), 'utf8');
  const { addresses } = JSON.parse(file) as { addresses: Record<string, string[]> };
  expect(mostArticles(messageAddresses.values())).toBeLessThanOrEqual(
    mostArticles(Object.values(addresses)),
  );
});

test('a library smaller than the real one is valid, in English alone too', async () => {
  const { articles, problems } = await readLargeLibrary(3, ['en']);
  expect(problems).toEqual([]);
  expect(articles.map(({ facts }) => facts.id)).toEqual(['KF-0001', 'KF-0002', 'KF-0003']);
  expect(articles.flatMap(({ translations }) => Object.keys(translations))).toEqual([]);
});
