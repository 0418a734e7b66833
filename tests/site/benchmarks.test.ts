import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/root.ts';

/** Runs a benchmark and returns the rows of all tables that it prints, cells in order. */
function rowsOf(bench: string, ...args: string[]): string[][] {
  const file = path.join('tests/bench', bench);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => /^[|│]/.test(line) && !/^\|[-:| ]+\|$/.test(line))
    .map((line) => line.split(/[|│]/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const number = expect.stringMatching(/^\d+(?:\.\d+)?$/);
const kilobytes = expect.stringMatching(/^\d+\.\d KB$/);

test('bench:build prints a row for a build without caches, and one for a build with them', () => {
  const [, ...rows] = rowsOf('build-scaling.ts', '2');
  const measured = ['2', number, number, number, number, number, number, ''];
  expect(rows).toEqual([
    ['Known Faults, cold', ...measured],
    ['Known Faults, warm', ...measured],
  ]);
});

test('bench:growth prints one row per size', () => {
  const [, row] = rowsOf('diagnosis-growth.ts', '120');
  expect(row).toEqual(['120', number, kilobytes, kilobytes, kilobytes, kilobytes]);
});

test('bench:search prints one row per language and size', () => {
  const rows = rowsOf('search-growth.ts', '--every', '100', '160').slice(1);
  const percent = expect.stringMatching(/^\d+\.\d %$/);
  expect(rows).toEqual(
    ['en', 'zh'].map((locale) => [
      ...[locale, '160', number, number, kilobytes, kilobytes, kilobytes, number],
      ...[percent, percent, number, number],
    ]),
  );
});

test('evaluate prints rows of both halves for the diagnosis and the search', () => {
  const rows = rowsOf('evaluate/evaluate.ts', '--every', '50');
  const percent = expect.stringMatching(/^\d+\.\d %$/);
  const decimals = expect.stringMatching(/^\d\.\d{3}$/);
  for (const half of ['development', 'evaluation']) {
    const found = rows.find((row) => row.slice(0, 2).join() === `${half},all`);
    expect(found?.slice(2)).toEqual([number, percent, percent, number, number]);
    for (const locale of ['en', 'zh']) {
      const found = rows.find((row) => row.slice(0, 4).join() === `${half},${locale},all,search`);
      expect(found?.slice(4)).toEqual([number, percent, percent, decimals]);
    }
  }
});

test('bench:cards prints two rows per round, cards drawn and cards from the cache', () => {
  const [header, drawn, cached] = rowsOf('card-drawing.ts', '1', '4');
  expect(header?.slice(1, 4)).toEqual(['cache', 'cards', 'drawn']);
  expect(drawn?.slice(1, 4)).toEqual(["'empty'", "'4'", "'4'"]);
  expect(cached?.slice(1, 4)).toEqual(["'full'", "'4'", "'0'"]);
});

test('bench:writing prints a row for each thing that a contributor waits for', () => {
  const [, ...rows] = rowsOf('writing.ts', '2');
  expect(rows).toEqual([
    ['check of an article, the first on this machine', number],
    ['check of an article', number],
    ['check of an article', number],
    ['start of the dev server', number],
    ['first page', number],
    ['edit until its page shows it', number],
    ['edit until its page shows it', number],
    ['edit until its page shows it', number],
  ]);
});
