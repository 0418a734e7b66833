import { describe, expect, test } from 'vitest';
import { diagnose, matchPaste } from '../../../src/diagnosis/diagnose.ts';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { rowFinder } from '../../../src/domain/lookup/find-row.ts';
import { entry } from '../../support/make-index-entry.ts';
import { row } from '../../support/make-table.ts';

const headers = entry('missing-header', {
  signatures: [
    'fatal error: <header>: No such file or directory',
    "fatal error: '<header>' file not found",
  ],
  lookup: { table: 'looms', key: 'header' },
});
const libraries = entry('missing-library', {
  signatures: [
    '<library>: cannot open shared object file: No such file or directory',
    'cannot find -l<library>',
    'Library not loaded: <library>',
  ],
  lookup: { table: 'looms', key: 'library' },
});
const special = entry('warp-moved', {
  signatures: ['fatal error: warp.h: No such file or directory'],
});

const findRow = rowFinder({
  looms: [
    row('loom', {
      keys: {
        header: ['loom.h', 'Loom/Warp.h', 'warp.h'],
        library: ['libloom.so.2', 'loom', 'libloom.dylib'],
      },
      python: [{ name: 'py-loom' }, { name: 'loomlib' }],
    }),
    row('spindle', { keys: { header: ['spindle/*'] } }),
  ],
});

const index = buildIndex([headers, libraries, special]);
const diagnosisOf = (paste: string) => diagnose(index, paste, { findRow });

describe('a name that the table has is found', () => {
  test.each([
    ['between words', 'src/a.c:1:10: fatal error: loom.h: No such file or directory', 'loom.h'],
    ['between quotes', "a.c:1:10: fatal error: 'Loom/Warp.h' file not found", 'Loom/Warp.h'],
    [
      'as it was printed, if the table has its folder',
      'x.c:1: fatal error: Spindle/A.h: No such file or directory',
      'Spindle/A.h',
    ],
    [
      'before the words',
      'ImportError: libloom.so.2: cannot open shared object file: No such file or directory',
      'libloom.so.2',
    ],
    ['at the end of a word', '/usr/bin/ld: cannot find -lloom: No such file or directory', 'loom'],
    ['at the end of a sentence', 'ld: cannot find -lloom.', 'loom'],
    [
      'in the place where it was looked for',
      'Library not loaded: @rpath/libloom.dylib',
      'libloom.dylib',
    ],
    [
      'across a line that a terminal wrapped',
      'a.c:1:10: fatal error: loom.h: No such file\nor directory',
      'loom.h',
    ],
  ])('%s', (_, paste, name) => {
    expect(diagnosisOf(paste).findings.map(({ named }) => named?.name)).toEqual([name]);
  });

  test('after one that it does not have', () => {
    const paste = ['heddle.h', 'loom.h', 'spindle/b.h']
      .map((name) => `a.c:1:10: fatal error: ${name}: No such file or directory`)
      .join('\n');
    const { findings, unknownNames } = diagnosisOf(paste);
    expect(findings.map(({ named, line }) => [named?.name, line.number])).toEqual([['loom.h', 2]]);
    expect(unknownNames).toEqual([]);
  });
});

test('a name that no table has makes no finding, and is said to be unknown', () => {
  const { findings, unknownNames } = diagnosisOf(
    'gcc -c a.c\na.c:1:10: fatal error: my/Heddle.h: No such file or directory',
  );
  expect(findings).toEqual([]);
  expect(unknownNames).toEqual([
    {
      table: 'looms',
      key: 'header',
      name: 'my/Heddle.h',
      id: headers.id,
      slug: headers.slug,
      line: 2,
    },
  ]);
});

test('of several articles with the same line, the oldest one answers a name that no table has', () => {
  const line = '<library>: cannot open shared object file: No such file or directory';
  const general = entry('a-general', {
    signatures: [line],
    lookup: { table: 'looms', key: 'library' },
  });
  const narrow = entry('b-narrow', {
    signatures: [`ImportError: ${line}`],
    lookup: { table: 'spindles', key: 'library' },
  });
  const { unknownNames } = diagnose(
    buildIndex([
      { ...narrow, id: 'KF-0900' },
      { ...general, id: 'KF-0090' },
    ]),
    'ImportError: libheddle.so.1: cannot open shared object file: No such file or directory',
    { findRow },
  );
  expect(unknownNames.map(({ slug }) => slug)).toEqual(['a-general', 'b-narrow']);
});

test.each([
  [
    'a test of what the system has',
    'conftest.c:9:10: fatal error: loom.h: No such file or directory',
  ],
  [
    'a sentence in place of the name',
    'fatal error: the file loom.h of this build: No such file or directory',
  ],
  ['words that lack a part of the signature', 'a.c: error: loom.h not found'],
])('%s makes no finding', (_, paste) => {
  expect(diagnosisOf(paste).findings).toEqual([]);
});

test('an article about one case comes before the table of all of them', () => {
  const paste = 'a.c:1:10: fatal error: warp.h: No such file or directory';
  expect(diagnosisOf(paste).findings.map(({ slug, confidence }) => [slug, confidence])).toEqual([
    ['warp-moved', 'high'],
    ['missing-header', 'medium'],
  ]);
});

test('the Python packages of the row that the paste names are told', () => {
  const paste =
    'Failed to build py_loom-2.1.tar.gz, not loomlibrary\nfatal error: loom.h: No such file or directory';
  expect(diagnosisOf(paste).findings[0]?.named?.mentioned).toEqual(['py-loom']);
});

test('without tables, articles that look names up make no claim', () => {
  const { findings, unknownNames } = diagnose(
    index,
    'fatal error: loom.h: No such file or directory',
  );
  expect([findings, unknownNames]).toEqual([[], []]);
});

test('the names to look up are known before the tables are: each once, at most twenty for a signature', () => {
  const lines = Array.from(
    { length: 60 },
    (_, number) => `fatal error: a${number % 30}.h: No such file or directory`,
  );
  const { names } = matchPaste(index, lines.join('\n'));
  expect(names).toHaveLength(20);
  expect(names[0]).toEqual({ table: 'looms', key: 'header', name: 'a0.h' });
});

describe('a paste that is only a name', () => {
  test('is likely the fault, since no program has reported it', () => {
    const { findings } = diagnosisOf('loom.h\n');
    expect(findings).toMatchObject([
      { slug: 'missing-header', confidence: 'medium', named: { name: 'loom.h' } },
    ]);
    expect(findings[0]?.line.text).toBe('loom.h');
  });

  test('leads to the article about it before the table', () => {
    expect(diagnosisOf('warp.h').findings.map(({ slug }) => slug)).toEqual([
      'warp-moved',
      'missing-header',
    ]);
  });

  test('is unknown, if the table does not have it', () => {
    expect(diagnosisOf('bobbin.h')).toMatchObject({
      findings: [],
      unknownNames: [{ slug: 'missing-header', name: 'bobbin.h' }],
    });
  });
});
