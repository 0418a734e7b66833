import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { TableCache } from '../../../../src/content/read/table-cache.ts';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { tableOf } from '../../../support/make-table.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import {
  BROKEN,
  HANG,
  HANG_ZH,
  libraryWithTable,
  LOOKUP,
  TABLE,
  translatedAnswer,
  withLookup,
} from '../../../support/loom-library.ts';

const problemsWith = async (...library: Parameters<typeof libraryWithTable>) =>
  (await readLibrary(libraryWithTable(...library))).problems.map(formatProblem);

test('an article and its translation answer names of a table', async () => {
  const edits = [withLookup(BROKEN, LOOKUP), translatedAnswer('换掉 {name}。')];
  expect(await problemsWith(TABLE, ...edits)).toEqual([]);
});

describe('is reported with file, line, field, what was found and what is allowed:', () => {
  test('a signature that makes a claim without the name', async () => {
    const edits = [withLookup('weaving stopped', LOOKUP), translatedAnswer('换掉 {name}。')];
    expect(await problemsWith(TABLE, ...edits)).toEqual([
      `${HANG}:18 signatures[0]: found "weaving stopped"; allowed: a line with <loom> once, or role: supporting`,
    ]);
  });

  test('a table that does not exist, and a translation without answers', async () => {
    const edit = withLookup(BROKEN, LOOKUP.replace('looms', 'spindles'));
    expect(await problemsWith(TABLE, edit)).toEqual([
      `${HANG}:19 lookup.table: found "spindles"; allowed: looms`,
      `${HANG_ZH}:2 lookup.answers: found 0 answers; allowed: 1, as in English`,
    ]);
  });

  test('an answer in a translation with a column that the table does not have', async () => {
    const edits = [withLookup(BROKEN, LOOKUP), translatedAnswer('换掉 {heddle}。')];
    expect(await problemsWith(TABLE, ...edits)).toEqual([
      `${HANG_ZH}:4 lookup.answers[0]: found "{heddle}"; allowed: {key}, {name}, {since}`,
    ]);
  });

  test('a mistake in the table', async () => {
    expect(await problemsWith(TABLE.replace('dobby.so', 'Jacquard.so'))).toEqual([
      'content/tables/looms.yaml:15 rows[1].loom[0]: found "Jacquard.so"; allowed: a name that jacquard does not have',
    ]);
  });
});

describe('tables that were read before', () => {
  const root = () => {
    const folder = libraryWith();
    mkdirSync(path.join(folder, 'src/domain'), { recursive: true });
    writeFileSync(path.join(folder, 'src/domain/rules.ts'), 'export {};\n');
    return folder;
  };
  const file = (folder: string) => path.join(folder, '.cache/tables.json');
  const table = tableOf([]);

  /** Returns how many of the sources had to be read. */
  function readings(folder: string, ...sources: string[]): number {
    let count = 0;
    const cache = new TableCache(folder);
    for (const source of sources) {
      cache.find(source, () => {
        count += 1;
        return source === 'broken' ? undefined : table;
      });
    }
    cache.save();
    return count;
  }

  test('are not read again, whatever their names, until they change', () => {
    const folder = root();
    expect(readings(folder, 'a', 'b')).toBe(2);
    expect(readings(folder, 'b', 'a')).toBe(0);
    expect(readings(folder, 'a', 'c')).toBe(1);
    // The cache has only what was used last.
    expect(readings(folder, 'b')).toBe(1);
  });

  test('with problems are read every time, so that these are reported', () => {
    const folder = root();
    expect(readings(folder, 'broken')).toBe(1);
    expect(readings(folder, 'broken')).toBe(1);
  });

  test.each([
    ['damaged', (text: string) => text.slice(0, -9)],
    ['edited', (text: string) => text.replace('Looms', 'Booms')],
  ])('are read again if the cache was %s', (_, damage) => {
    const folder = root();
    readings(folder, 'a');
    writeFileSync(file(folder), damage(readFileSync(file(folder), 'utf8')));
    expect(readings(folder, 'a')).toBe(1);
  });

  test('are not cached where the code that validates is not at hand', () => {
    const folder = libraryWith();
    expect(readings(folder, 'a')).toBe(1);
    expect(existsSync(file(folder))).toBe(false);
  });
});
