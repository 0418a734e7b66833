import { expect, test } from 'vitest';
import { buildSearchDocuments } from '../../../../src/search/ranking/build-documents.ts';
import { createSearchIndex, search } from '../../../../src/search/ranking/search-index.ts';
import { entry } from '../../../support/make-index-entry.ts';

const library = [
  entry('numba-multiply-defined', {
    title: 'LLVM error: symbol multiply defined',
    signatures: ['Linking globals named __excinfo_unwrap_args<hash>: symbol multiply defined!'],
  }),
  entry('numpy-import-crash', {
    title: 'import numpy ends with a segmentation fault',
    summary: 'Rebuild the extension.',
    text: 'The dispatcher table is empty. The dispatcher is at fault.',
  }),
  entry('pyo3-freeze', { title: 'Threads of a Rust module wait forever', seenIn: ['polars'] }),
  entry('mypy-slow', {
    title: 'Checking types is slow',
    fix: 'Set the incremental cache to a folder.',
    aliases: ['types-take-forever'],
  }),
];
const index = createSearchIndex(buildSearchDocuments(library));
const slugs = (text: string, limit?: number) =>
  search(index, text, limit === undefined ? {} : { limit }).map(({ id }) => id.replace('KF-', ''));

test.each([
  ['an identifier with another ending', '__excinfo_unwrap_args1f0c2a', 'numba-multiply-defined'],
  [
    'a rare symbol among other words',
    '导入失败 符号__excinfo_unwrap_args被多重定义 numpy',
    'numba-multiply-defined',
  ],
  ['a synonym', 'SIGSEGV on import', 'numpy-import-crash'],
  ['a synonym in Chinese', '导入时段错误', 'numpy-import-crash'],
  ['the beginning of the word that is being typed', 'multip', 'numba-multiply-defined'],
  ['a misspelled word', 'treads of a rust modul', 'pyo3-freeze'],
  ['a package whose users run into it', 'polars', 'pyo3-freeze'],
  ['an earlier slug', 'types-take-forever', 'mypy-slow'],
  ['words of its fix', 'which incremental cache folder', 'mypy-slow'],
  ['a word of the body', 'empty dispatcher', 'numpy-import-crash'],
])('an article is found by %s', (_title, text, slug) => {
  expect(slugs(text)[0]).toBe(slug);
});

test.each(['', '  ', 'the', '???', 'zzzzqqqq'])('%j finds nothing', (text) => {
  expect(slugs(text)).toEqual([]);
});

test('a finished word is not the beginning of another', () => {
  expect(slugs('multip ')).toEqual([]);
});

test('results come in the order of their scores', () => {
  const scores = search(index, 'numba numpy symbol').map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.length).toBeGreaterThan(1);
});

test('no more than the limit is returned', () => {
  expect(slugs('numba numpy rust types', 2)).toHaveLength(2);
});

test('the end of a long log is searched for', () => {
  const log = 'ok: step of a build without a fault\n'.repeat(100_000);
  expect(slugs(`${log}segmentation fault in numpy`)[0]).toBe('numpy-import-crash');
  expect(slugs(`segmentation fault in numpy ${'\n.'.repeat(10_000)}`)).toEqual([]);
});
