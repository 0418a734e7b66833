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
    .filter((line) => /^[|│]/.test(line) && !/^\|[-:|]+\|$/.test(line))
    .map((line) => line.split(/[|│]/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const number = expect.stringMatching(/^\d+(?:\.\d+)?$/);
const kilobytes = expect.stringMatching(/^\d+\.\d KB$/);

test('bench:build prints one row per size', () => {
  const [, row] = rowsOf('build-scaling.ts', '2');
  expect(row).toEqual(['2', number, number, number, number, '1.00']);
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

test('bench:cards prints one row per round', () => {
  const [header, row] = rowsOf('card-drawing.ts', '1');
  expect(header).toHaveLength(5);
  expect(row).toHaveLength(5);
});
