import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { reloadSharedLibrary, sharedLibrary } from '../../../../src/content/read/shared-library.ts';
import { libraryWith } from '../../../support/library-copy.ts';

test('the configuration and the pages, which load the module separately, share one library', async () => {
  const root = libraryWith();
  vi.resetModules();
  const again = await import('../../../../src/content/read/shared-library.ts');
  expect(again.sharedLibrary).not.toBe(sharedLibrary);
  expect(await again.sharedLibrary(`${root}/`)).toBe(await sharedLibrary(root));
});

test('a library that was read again replaces the one before', async () => {
  const root = libraryWith();
  const before = await sharedLibrary(root);
  const after = await reloadSharedLibrary(root);
  expect(after).not.toBe(before);
  expect(await sharedLibrary(root)).toBe(after);
});

test('after an edit, only the articles that are said to have changed are read again', async () => {
  const root = libraryWith();
  const before = await sharedLibrary(root);
  for (const { text } of before.articles) {
    const file = path.join(root, text.file);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Edited'));
  }
  const titles = async () => (await sharedLibrary(root)).articles.map(({ facts }) => facts.title);
  await reloadSharedLibrary(root, new Set(['demo-hang']));
  expect(await titles()).toEqual(['Importing demo crashes', 'Edited']);
  await reloadSharedLibrary(root);
  expect(await titles()).toEqual(['Edited', 'Edited']);
});
