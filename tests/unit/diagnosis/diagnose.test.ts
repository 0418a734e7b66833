import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { localization } from '../../../src/diagnosis/clean/localized/localization.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Signature } from '../../../src/domain/facts/signature.ts';
import type { IndexEntry } from '../../../src/diagnosis/index/index-entry.ts';
import { entry } from '../../support/make-index-entry.ts';

/** Unrelated articles: they give the words of the index realistic frequencies. */
const others = ['pandas', 'scipy', 'pyarrow', 'lxml', 'shapely', 'h5py'].map((name) =>
  entry(`${name}-stalls`, {
    signatures: [`RuntimeError: ${name} stalled at <place> with ${name}_status <n>`],
  }),
);

const withSignatures = (slug: string, ...signatures: Signature[]) => entry(slug, { signatures });

const findingsIn = (paste: string, ...articles: IndexEntry[]) =>
  diagnose(buildIndex([...others, ...articles]), paste, { localization }).findings;

/** The result for one signature: its confidence, or `silent`. */
function resultOf(signature: Signature, paste: string): string {
  return findingsIn(paste, withSignatures('fault', signature))[0]?.confidence ?? 'silent';
}

const THREADS = 'OpenBLAS: pthread_create failed for thread <n> of <m>: Operation not permitted';
const ABI = 'RuntimeError: module compiled against ABI version <hex> but this numpy is <hex>';

describe('a complete signature is recognized', () => {
  test.each([
    [
      'as it is',
      'ValueError: buffer source array is read-only',
      'ValueError: buffer source array is read-only',
    ],
    [
      'with numbers in its placeholders',
      THREADS,
      'OpenBLAS: pthread_create failed for thread 3 of 64: Operation not permitted',
    ],
    [
      'with hexadecimal numbers',
      ABI,
      'RuntimeError: module compiled against ABI version 0x1000009 but this numpy is 0xe',
    ],
    [
      'with any text in its placeholders',
      'RuntimeError: cache <name> corrupt at <path>',
      String.raw`RuntimeError: cache two words corrupt at C:\Program Files\x y`,
    ],
    [
      'with a placeholder that ends a name',
      'lacks its export (PyInit_<module>)',
      'lacks its export (PyInit__core_v2)',
    ],
    [
      'with a version before a full stop',
      'Numba needs NumPy <version> or less. Got NumPy <version>.',
      'Numba needs NumPy 2.1 or less. Got NumPy 2.2.',
    ],
    [
      'with a number at the end of a sentence',
      'driver version is <n>. Found <n> devices',
      'driver version is 12060. Found 2 devices',
    ],
    [
      'with two numbers side by side',
      '#<n>  <address> in __cxa_guard_acquire () from <path>',
      '#12  0x00007f80e38a92e0 in __cxa_guard_acquire () from /lib/libstdc++.so.6',
    ],
    ['in other letters', "No module named 'numpy.distutils'", "NO MODULE NAMED 'numpy.distutils'"],
    ['with other quotes', "no member named 'ob_digit'", 'no member named ‘ob_digit’'],
    [
      'with quotes of MSVC',
      `"ob_digit": is not a member of "_longobject"`,
      "'ob_digit': is not a member of '_longobject'",
    ],
    [
      'with other spaces',
      'too few arguments to function foo(int, char)',
      'too few   arguments to function foo( int,char )',
    ],
    [
      'after other text',
      'Already borrowed: PyBorrowMutError',
      'pyo3_runtime.PanicException: Already borrowed: PyBorrowMutError',
    ],
    [
      'across two lines',
      'module compiled against ABI version <hex> but this numpy is <hex>',
      'module compiled against ABI version 0x10\nbut this numpy is 0xe',
    ],
    [
      'across two lines of a box',
      'failed for thread <n> of <m>: Operation not permitted',
      '│ failed for thread 3 of 64:   │\n│ Operation not permitted      │',
    ],
    [
      'in a repr',
      'IMPORTANT: PLEASE READ THIS FOR ADVICE',
      String.raw`ImportError('\n\nIMPORTANT: PLEASE READ THIS FOR ADVICE\n')`,
    ],
    [
      'in a hyperlink of a terminal',
      'error[E0432]: unresolved import <name>',
      '\u001b]8;;https://doc.rust-lang.org\u001b\\error[E0432]\u001b]8;;\u001b\\: unresolved import `x`',
    ],
  ])('%s', (_how, signature, paste) => {
    expect(resultOf(signature, paste)).toBe('high');
  });
});

describe('a signature is not certain', () => {
  test.each([
    [
      'with a longer name',
      "No module named 'numpy.distutils'",
      "No module named 'numpy.distutils.core2'",
    ],
    [
      'with text where a number has to be',
      'thread <n> of <m> failed',
      'thread one or two of them failed',
    ],
    [
      'with one number instead of two',
      'thread <n> <hex> failed to start in this process',
      'thread 12 failed to start in this process',
    ],
    [
      'without its beginning',
      ABI,
      'module compiled against ABI version 0x10 but this numpy is 0xe',
    ],
  ])('%s', (_how, signature, paste) => {
    expect(resultOf(signature, paste)).toBe('medium');
  });
});

describe('a signature is not recognized', () => {
  test.each([
    ['with another symbol', 'undefined symbol: PyList_New', 'undefined symbol: PyList_NewX'],
    [
      'inside longer words',
      'cannot allocate memory in static TLS block',
      'precannot allocate memory in static TLS blocks',
    ],
    [
      'with its words in another order',
      'array source buffer is read-only',
      'read-only is buffer source array',
    ],
    [
      'with another end',
      THREADS,
      'OpenBLAS: pthread_create failed for thread 3 of 64: Resource temporarily unavailable',
    ],
    ['as a few of its words', ABI, 'RuntimeError: module compiled against something'],
    [
      'across three lines',
      ABI,
      'RuntimeError: module compiled\nagainst ABI version 0x10\nbut this numpy is 0xe',
    ],
  ])('%s', (_how, signature, paste) => {
    expect(resultOf(signature, paste)).toBe('silent');
  });
});

test('an incomplete signature reports the share of its weight that was found', () => {
  const [finding] = findingsIn(
    'Error: module compiled against ABI version 0x10 but this numpy is 0xe',
    withSignatures('abi', ABI),
  );
  expect(finding).toMatchObject({ slug: 'abi', confidence: 'medium', signature: ABI });
  expect(finding?.share).toBeGreaterThanOrEqual(0.9);
  expect(finding?.share).toBeLessThan(1);
});

describe('conditions', () => {
  const line = 'LINK : fatal error LNK1104: cannot open file <name>';

  test('a supporting signature makes no claim', () => {
    expect(resultOf({ line, role: 'supporting' }, line)).toBe('silent');
  });

  test('`with` needs the other line within 50 lines', () => {
    const signature = { line, with: ['python<n>t.lib'] };
    expect(resultOf(signature, line)).toBe('silent');
    const after = (lines: number) =>
      `note: python313t.lib is missing\n${'x\ny\n'.repeat(lines / 2)}${line}`;
    expect(resultOf(signature, after(2))).toBe('high');
    expect(resultOf(signature, after(60))).toBe('silent');
    // A later occurrence counts, too.
    expect(resultOf(signature, `${line}\n${'x\ny\n'.repeat(60)}${after(2)}`)).toBe('high');
  });

  test('`unless` excludes a paste with the other line', () => {
    const signature = { line, unless: ["'m.lib'"] };
    expect(resultOf(signature, line)).toBe('high');
    expect(resultOf(signature, `${line}\ncannot open input file "m.lib"`)).toBe('silent');
  });
});

describe('of several articles', () => {
  const slugsOf = (paste: string, ...articles: IndexEntry[]) =>
    findingsIn(paste, ...articles).map(({ slug }) => slug);

  test('the more specific signature on a line comes first, and only it is certain', () => {
    const findings = findingsIn(
      'ImportError: numpy.core.multiarray failed to import (auto-generated)',
      withSignatures('general', 'numpy.core.multiarray failed to import'),
      withSignatures('special', 'numpy.core.multiarray failed to import (auto-generated)'),
    );
    expect(findings.map(({ slug, confidence }) => [slug, confidence])).toEqual([
      ['special', 'high'],
      ['general', 'medium'],
    ]);
  });

  test('a complete signature comes before an incomplete one', () => {
    const paste = `${ABI.replace('RuntimeError', 'Error')}\nlacks its export`;
    const articles = [withSignatures('abi', ABI), withSignatures('export', 'lacks its export')];
    expect(slugsOf(paste, ...articles)).toEqual(['export', 'abi']);
  });

  test('the first cause of a chain of exceptions comes first', () => {
    const cause = [
      'Traceback (most recent call last):',
      "TableNotFound: no column named 'core.id'",
    ];
    const effect = [
      'Traceback (most recent call last):',
      'StoreError: leave the folder of the table now',
    ];
    const because = 'The above exception was the direct cause of the following exception:';
    const articles = [
      withSignatures('column-missing', "TableNotFound: no column named 'core.id'"),
      withSignatures('advice', 'StoreError: leave the folder of the table now'),
    ];
    expect(slugsOf([...cause, '', because, '', ...effect].join('\n'), ...articles)).toEqual([
      'column-missing',
      'advice',
    ]);
    expect(slugsOf(effect.join('\n'), ...articles)).toEqual(['advice']);
  });

  test('those that share a signature are shown as equally likely', () => {
    const findings = findingsIn(
      'Error: same line',
      withSignatures('a', 'Error: same line', { line: 'note: a', role: 'supporting' }),
      withSignatures('b', 'Error: same line', 'another line of b'),
    );
    expect(findings.map(({ lookFor }) => lookFor)).toEqual([undefined, 'another line of b']);
    expect(findings.map(({ slug, confidence, isShared }) => [slug, confidence, isShared])).toEqual([
      ['a', 'high', true],
      ['b', 'high', true],
    ]);
  });

  test('another line tells those with the same signature apart', () => {
    const articles = [
      withSignatures('a', 'Error: same line'),
      withSignatures('b', 'Error: same line', { line: 'built with cmake', role: 'supporting' }),
    ];
    const findings = findingsIn('built with cmake\nError: same line', ...articles);
    expect(findings.map(({ slug, confidence, isShared }) => [slug, confidence, isShared])).toEqual([
      ['b', 'high', false],
      ['a', 'medium', false],
    ]);
  });

  test('the platform of the paste tells those with the same signature apart', () => {
    const line = 'OSError: handle of the semaphore is invalid';
    const articles = [
      entry('windows', { platforms: ['windows'], signatures: [line] }),
      entry('linux', { platforms: ['linux'], signatures: [line] }),
    ];
    const first = (paste: string) => findingsIn(paste, ...articles)[0];
    expect(first(`File "C:\\Users\\kim\\main.py"\n${line}`)?.slug).toBe('windows');
    expect(first(`File "/usr/lib/python3.12/main.py"\n${line}`)?.slug).toBe('linux');
    expect(first(line)?.isShared).toBe(true);
  });
});

describe('articles whose different signatures are in one line', () => {
  const line = 'RenderError: kernel warp_7 stopped while module core.paint was loading textures';
  const byKernel = withSignatures(
    'kernel',
    'RenderError: kernel warp_7 stopped',
    'warp table is full',
  );
  const byModule = withSignatures(
    'module',
    'while module core.paint was loading textures',
    'textures of core.paint are locked',
  );
  const levels = (paste: string, ...articles: IndexEntry[]) =>
    findingsIn(paste, ...articles).map(({ slug, confidence, isShared }) => [
      slug,
      confidence,
      isShared,
    ]);

  test('are equally likely if each names another part of the line', () => {
    const expected = new Set([
      ['kernel', 'high', true],
      ['module', 'high', true],
    ]);
    expect(new Set(levels(line, byKernel, byModule))).toEqual(expected);
  });

  test.each([
    ['warp table is full', ['kernel', 'module']],
    ['textures of core.paint are locked', ['module', 'kernel']],
  ])('are told apart by the line %j elsewhere in the paste', (other, [first, second]) => {
    expect(levels(`${other}\n${line}`, byKernel, byModule)).toEqual([
      [first, 'high', false],
      [second, 'medium', false],
    ]);
  });

  test('are told apart by the platform of the paste', () => {
    const paste = `File "C:\\Users\\kim\\main.py"\n${line}`;
    const articles = [
      { ...byKernel, platforms: ['linux'] as const },
      { ...byModule, platforms: ['windows'] as const },
    ];
    expect(levels(paste, ...articles)[0]).toEqual(['module', 'high', false]);
  });

  test('come in the order of their signatures if every line with one also has the other', () => {
    const general = withSignatures('general', 'RenderError: kernel <name> stopped', 'see the log');
    expect(levels(`see the log\n${line}`, general, byKernel)).toEqual([
      ['kernel', 'high', false],
      ['general', 'medium', false],
    ]);
  });

  test('are not supported by a second signature in that line', () => {
    const wordy = withSignatures('wordy', 'module core.paint was loading', 'loading textures');
    expect(levels(line, byKernel, wordy).map(([, , isShared]) => isShared)).toEqual([true, true]);
  });
});

describe('articles whose signatures differ in one word', () => {
  const message = (name: string) =>
    `Cannot start ${name}: the shared memory of the worker process is larger than the limit of the system, lower the number of workers`;
  const articles = Array.from({ length: 12 }, (_, number) =>
    withSignatures(`fault-${number}`, message(`engine${number}`)),
  );

  test('are told apart by that word', () => {
    const findings = findingsIn(message('engine7'), ...articles);
    expect(findings[0]).toMatchObject({ slug: 'fault-7', confidence: 'high', isShared: false });
  });

  test('are not found in a message with another word in its place', () => {
    expect(findingsIn(message('engine99'), ...articles)).toEqual([]);
    // The only article that it resembles may be the right one.
    expect(findingsIn(message('engine99'), ...articles.slice(0, 1))).toHaveLength(1);
  });
});

describe('finds nothing in an unrelated paste:', () => {
  test.each([
    '',
    ' \n\n ',
    'hello',
    "KeyError: 'user_id'",
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nValueError: invalid literal for int()',
    "main.cpp:7:5: error: 'cout' was not declared in this scope",
    'how do I sort a dictionary by value',
  ])('%j', (paste) => {
    expect(
      findingsIn(paste, withSignatures('threads', THREADS), withSignatures('abi', ABI)),
    ).toEqual([]);
  });
});

test('reports the number of the line within the paste, and the line without colors and prefixes', () => {
  const [finding] = findingsIn(
    'Collecting numpy\n\n  noise\n#7 3.25 \u001b[31mOpenBLAS: pthread_create failed for thread 3 of 64: ‘Operation’ not permitted\u001b[0m',
    withSignatures('threads', THREADS.replace('Operation', "'Operation'")),
  );
  expect(finding?.line).toEqual({
    number: 4,
    text: 'OpenBLAS: pthread_create failed for thread 3 of 64: ‘Operation’ not permitted',
  });
});

test.each([
  ['in Chinese', 'OpenBLAS: pthread_create failed for thread 3 of 64: 不允许的操作'],
  [
    'in German',
    'OpenBLAS: pthread_create failed for thread 3 of 64: Die Operation ist nicht erlaubt',
  ],
])('shows a message %s as it was printed', (_language, line) => {
  const [finding] = findingsIn(line, withSignatures('threads', THREADS));
  expect(finding).toMatchObject({ slug: 'threads', confidence: 'high', line: { text: line } });
});

test('repairs a message that was decoded in the wrong encoding', () => {
  const misread = 'ImportError: DLL load failed while importing _x: ÕÒ²»µ½Ö¸¶¨µÄÄ£¿é¡£';
  const [finding] = findingsIn(
    misread,
    withSignatures(
      'dll',
      'DLL load failed while importing <module>: The specified module could not be found.',
    ),
  );
  expect(finding).toMatchObject({
    slug: 'dll',
    line: { text: 'ImportError: DLL load failed while importing _x: 找不到指定的模块。' },
  });
});

test('returns at most `limit` findings', () => {
  const index = buildIndex([
    withSignatures('a', 'Error: same'),
    withSignatures('b', 'Error: same'),
  ]);
  expect(diagnose(index, 'Error: same').findings).toHaveLength(2);
  expect(diagnose(index, 'Error: same', { limit: 1 }).findings).toHaveLength(1);
});

test('the index survives JSON, is the same on each build, and may be empty', () => {
  const index = buildIndex(others);
  expect(JSON.stringify(buildIndex(others))).toBe(JSON.stringify(index));
  const paste = 'RuntimeError: scipy stalled at dawn with scipy_status 3';
  const copy = JSON.parse(JSON.stringify(index)) as typeof index;
  expect(diagnose(copy, paste)).toEqual(diagnose(index, paste));
  expect(diagnose(buildIndex([]), paste).findings).toEqual([]);
});

test('rejects an index of another version', () => {
  expect(() => diagnose({ ...buildIndex([]), version: 99 }, 'x')).toThrow('version 99');
});

describe('of several articles with a lookup table, the first line leads', () => {
  const headers = entry('header', {
    signatures: ['fatal error: <header>: No such file'],
    lookup: { table: 'headers', key: 'header' },
  });
  const codes = entry('exit-code', {
    signatures: ['The process that the job had started was completed with exit code <code>'],
    lookup: { table: 'codes', key: 'code' },
  });
  const row = (id: string) => ({
    row: { id, name: id, keys: {}, texts: {}, codes: {}, packages: {}, python: [] },
    name: id,
  });
  const slugsIn = (...lines: string[]) =>
    diagnose(buildIndex([...others, headers, codes]), lines.join('\n\n'), {
      findRow: ({ name }) => row(name),
    }).findings.map(({ slug }) => slug);
  const header = 'x.c:1:1: fatal error: lber.h: No such file';
  const code = 'The process that the job had started was completed with exit code 137';

  test('before an exit code with more weight', () => {
    expect(slugsIn(header, code)).toEqual(['header', 'exit-code']);
  });

  test('in the other order, too', () => {
    expect(slugsIn(code, header)).toEqual(['exit-code', 'header']);
  });
});

describe('a general article', () => {
  const guide = entry('guide', {
    signatures: ['undefined symbol: <symbol> while the weaver of this loom was being loaded'],
    general: true,
  });
  const special = entry('special', { signatures: ['undefined symbol: loom_open'] });
  const slugsIn = (...lines: string[]) =>
    diagnose(buildIndex([...others, guide, special]), lines.join('\n\n')).findings.map(
      ({ slug, confidence }) => `${slug} ${confidence}`,
    );
  const line = 'undefined symbol: knot while the weaver of this loom was being loaded';

  test('is found by its line', () => {
    expect(slugsIn(line)).toEqual(['guide high']);
  });

  test('is left out beside an article about the case, even with more weight and on an earlier line', () => {
    expect(slugsIn(line, 'undefined symbol: loom_open')).toEqual(['special high']);
  });

  test('is marked in the index, and no other one is', () => {
    expect(buildIndex([guide]).articles).toMatchObject([{ general: true }]);
    expect(buildIndex([special]).articles[0]).not.toHaveProperty('general');
  });
});
