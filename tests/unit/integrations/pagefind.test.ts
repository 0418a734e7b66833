import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeIndex } from '../../../src/integrations/pagefind.ts';
import { folderWith } from '../../support/folder.ts';

const page = (lang: string) =>
  `<html lang="${lang}"><body><p data-pagefind-body>${lang}</p></body></html>`;

test('writes one index for all languages, without the interfaces of Pagefind', async () => {
  const site = folderWith({
    'articles/crash/index.html': page('en'),
    'articles/leak/index.html': page('en'),
    'zh/articles/crash/index.html': page('zh-Hans'),
  });
  const folder = path.join(site, 'pagefind');
  await writeIndex(site, folder, ['articles', 'zh/articles']);

  const { languages } = JSON.parse(readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8'));
  expect(languages).toMatchObject({ en: { page_count: 2 }, 'zh-hans': { page_count: 1 } });
  expect(readdirSync(folder).filter((name) => /ui|highlight/.test(name))).toEqual([]);
  const script = readFileSync(path.join(folder, 'pagefind.js'), 'utf8');
  expect(script).toContain('load_index_chunk');
  expect(script).not.toContain('load_index_chunk")).catch');
});

test('more than 500 pages share the files with what a list of hits shows', async () => {
  const pages = Array.from({ length: 501 }, (_, n) => [`articles/${n}/index.html`, page('en')]);
  const site = folderWith(Object.fromEntries(pages));
  const folder = path.join(site, 'pagefind');
  await writeIndex(site, folder, ['articles']);

  const { languages } = JSON.parse(readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8'));
  expect(languages).toMatchObject({ en: { page_count: 501 } });
  expect(readdirSync(path.join(folder, 'fragment')).length).toBeLessThanOrEqual(500);
});

test('an index that cannot be made is reported', async () => {
  const site = folderWith({ 'articles/crash/index.html': '<html><body></body></html>' });
  await expect(writeIndex(site, path.join(site, 'pagefind'), ['articles'])).rejects.toThrow(
    'Pagefind was not able to build an index.',
  );
});
