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
