import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fetchMissingPages } from '../../../../src/cli/update-tables/wheel-pages.ts';
import { wheelPackages } from '../../../../src/cli/update-tables/wheel-packages.ts';
import { folderWith } from '../../../support/folder.ts';
import { closedPort, mockServer, testContext, type Reply } from '../../../support/mock-server.ts';

const PAGE = JSON.stringify({ files: [{ filename: 'demo-1.0.tar.gz' }] });

async function fetchFrom(replies: Record<string, Reply>, names: string[]) {
  const folder = folderWith({ 'simple/known.json': PAGE });
  const pages = path.join(folder, 'simple');
  const { url, requests } = await mockServer(({ path: asked }) => replies[asked]);
  const context = testContext(folder, { PYPI_INDEX_URL: url });
  const lines = await fetchMissingPages(pages, names, context);
  return { pages, lines, asked: requests.map(({ path: address }) => address) };
}

test('requests the pages that are missing, and only these', async () => {
  const { pages, lines, asked } = await fetchFrom({ '/loom/': { body: PAGE } }, ['known', 'loom']);
  expect(lines).toEqual([]);
  expect(asked).toEqual(['/loom/']);
  expect(readFileSync(path.join(pages, 'loom.json'), 'utf8')).toBe(PAGE);
});

test('continues after a package that fails, and writes no file for it', async () => {
  const { pages, lines } = await fetchFrom(
    { '/broken/': { body: '<html>' }, '/denied/': { status: 403 }, '/loom/': { body: PAGE } },
    ['broken', 'denied', 'gone', 'loom'],
  );
  expect(lines).toEqual([
    'wheels: broken: the answer is not a page of the Simple API in its JSON form',
    'wheels: denied: the index answers 403',
    'wheels: gone: the index does not have it',
  ]);
  expect(existsSync(path.join(pages, 'broken.json'))).toBe(false);
  expect(existsSync(path.join(pages, 'loom.json'))).toBe(true);
});

test('stops after three failures in a row', async () => {
  const folder = folderWith({});
  const context = testContext(folder, { PYPI_INDEX_URL: await closedPort() });
  const lines = await fetchMissingPages(path.join(folder, 'simple'), ['a', 'b', 'c', 'd'], context);
  expect(lines).toHaveLength(3);
});

test('asks only for normalized names', () => {
  expect(wheelPackages.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(wheelPackages).toEqual(expect.arrayContaining(['zope-interface', 'pywin32']));
});
