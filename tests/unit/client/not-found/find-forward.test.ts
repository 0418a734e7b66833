import { afterEach, describe, expect, test, vi } from 'vitest';
import { findForward } from '../../../../src/client/not-found/find-forward.ts';

const files: Record<string, Record<string, string[]>> = {
  '/kf/api/v1/upstream/34.json': {
    'https://github.com/cython/cython/issues/6434': ['KF-0001'],
    'https://github.com/numpy/numpy/pull/134': ['KF-0002', 'KF-0003'],
    'https://github.com/numpy/numpy/issues/34': ['KF-0004'],
  },
  '/kf/e/1/aa.json': {
    '/e/1/aa00000000000000/': ['KF-0005'],
  },
};

/** Serves the files and returns the addresses that were requested. */
function serveFiles(status = 404): string[] {
  const requested: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    requested.push(address);
    const file = files[address];
    return file ? Response.json(file) : new Response('', { status });
  });
  return requested;
}

afterEach(() => vi.unstubAllGlobals());

describe('the address', () => {
  test.each([
    ['/github.com/cython/cython/issues/6434/', 'en', '/KF-0001/'],
    ['/github.com/Cython/cython/pull/6434/files', 'zh', '/zh/KF-0001/'],
    ['/github.com/numpy/numpy/34', 'en', '/KF-0004/'],
    ['/github.com/numpy/numpy/134', 'zh', '/github.com/numpy/numpy/pull/134/'],
    // The page itself: nowhere to go.
    ['/github.com/numpy/numpy/pull/134/', 'en', undefined],
    ['/github.com/cython/cython/issues/34/', 'en', undefined],
    ['/github.com/cython/cython/issues/5/', 'en', undefined],
    ['/e/1/aa00000000000000/', 'zh', '/zh/KF-0005/'],
    ['/e/1/aa00000000000000', 'en', '/KF-0005/'],
    ['/e/1/aa11111111111111/', 'en', undefined],
    ['/e/1/bb00000000000000/', 'en', undefined],
    ['/articles/no-such-fault/', 'en', undefined],
  ] as const)('%s in %s leads to %s', async (path, locale, expected) => {
    serveFiles();
    expect(await findForward('/kf', path, locale)).toBe(expected);
  });
});

test('one part is loaded for an upstream address or a message, nothing for any other address', async () => {
  const requested = serveFiles();
  await findForward('/kf', '/github.com/cython/cython/issues/6434/', 'en');
  await findForward('/kf', '/e/1/aa11111111111111/', 'en');
  await findForward('/kf', '/articles/no-such-fault/', 'en');
  expect(requested).toEqual(['/kf/api/v1/upstream/34.json', '/kf/e/1/aa.json']);
});

test('a part that cannot be loaded says nothing about the address', async () => {
  serveFiles(500);
  await expect(findForward('', '/e/1/aa00000000000000/', 'en')).rejects.toThrow('500');
});
