import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { preloading } from '../../support/build-variants.ts';
import { differencesBetween } from '../../support/built-site.ts';
import { folderWith } from '../../support/folder.ts';

test('a comparison of two sites names each file in which they differ', () => {
  const first = { 'feed.xml': 'a', 'index.html': 'b', 'old.html': 'c' };
  const second = { 'index.html': 'b', 'feed.xml': 'x', 'new.html': 'd' };
  expect(differencesBetween(first, second)).toEqual([
    'differs: feed.xml',
    'added: new.html',
    'missing: old.html',
  ]);
  expect(differencesBetween(first, { ...first })).toEqual([]);
});

/** Runs a module with preloaded scripts in a folder with the files `a` to `d`, and returns what it prints as JSON. */
function run(preload: string, script: string): unknown {
  const folder = folderWith({ a: '', b: '', c: '', d: '' });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `${script}; console.log(JSON.stringify(result))`],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ...preloading(preload) } },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('the other clock shows another year', () => {
  const years = run(
    'shift-clock',
    'const result = [new Date().getFullYear(), new Date(Date.now()).getFullYear(), new Date(0).getTime()]',
  );
  const now = new Date().getFullYear();
  expect(years).not.toContain(now);
  expect(years).toMatchObject({ 2: 0 });
});

test('folders are listed in reverse by each function', () => {
  const lists = run(
    'reverse-folders',
    `import { readdir as callback, readdirSync } from 'node:fs';
     import { readdir } from 'node:fs/promises';
     import { promisify } from 'node:util';
     const result = [readdirSync('.'), await readdir('.'), await promisify(callback)('.')]`,
  );
  expect(lists).toEqual(Array(3).fill(['d', 'c', 'b', 'a']));
});

test('files that are read together arrive in another order', () => {
  const order = run(
    'delay-reads',
    `import { readFile } from 'node:fs/promises';
     const result = [];
     await Promise.all(['a', 'b', 'c', 'd'].map((file) => readFile(file).then(() => result.push(file))))`,
  );
  expect(order).not.toEqual(['a', 'b', 'c', 'd']);
  expect((order as string[]).toSorted()).toEqual(['a', 'b', 'c', 'd']);
});
