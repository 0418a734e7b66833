import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { joinIndex, partsFor, splitIndex } from '../../../src/diagnosis/index/index-parts.ts';
import { entry } from '../../support/make-index-entry.ts';

/** Unrelated articles: they give the index realistic word frequencies. */
const others = ['pandas', 'scipy', 'pyarrow', 'lxml', 'shapely', 'h5py'].map((name) =>
  entry(`${name}-stalls`, {
    project: name,
    signatures: [`RuntimeError: ${name} stalled at <place> with ${name}_status <n>`],
    text: `A build of ${name} stalls without a compiler. Install the wheel of ${name} first.`,
    affected: [{ ecosystem: 'PyPI', package: name }],
  }),
);

const smaller = entry('dtype-smaller', {
  signatures: [
    'ValueError: numpy.dtype size changed. Expected 96 from C header, got 88 from PyObject',
  ],
});
const larger = entry('ndarray-larger', {
  signatures: [
    'ValueError: numpy.ndarray size changed. Expected 88 from C header, got 80 from PyObject',
  ],
});
const notPermitted = entry('openblas-not-permitted', {
  signatures: ['OpenBLAS: pthread_create failed for thread <n> of <m>: Operation not permitted'],
});
const unavailable = entry('openblas-unavailable', {
  signatures: [
    'OpenBLAS: pthread_create failed for thread <n> of <m>: Resource temporarily unavailable',
  ],
});
const cause = entry('abi-cause', {
  signatures: [
    'RuntimeError: module compiled against ABI version <0xhex> but this numpy is <0xhex>',
    'ImportError: numpy.core.multiarray failed to import',
  ],
});
const echo = entry('multiarray-echo', {
  title: 'numpy.core.multiarray failed to import',
  signatures: ['ImportError: numpy.core.multiarray failed to import'],
});
const symbol = entry('module-export', {
  signatures: ['ImportError: dynamic module lacks its export (PyInit_<module>)'],
});
const silentFault = entry('pool-hangs', {
  title: 'pool.map() never returns when two workers share one queue',
  symptom: 'hang',
  text: 'Both workers wait for the queue. Use one queue for each worker, or upgrade pool.',
});
const onWindows = entry('semaphore-windows', {
  platforms: ['windows'],
  signatures: ['OSError: handle of the semaphore is invalid'],
});
const onLinux = entry('semaphore-linux', {
  platforms: ['linux'],
  signatures: ['OSError: handle of the semaphore is invalid'],
});
const library = [
  ...others,
  smaller,
  larger,
  notPermitted,
  unavailable,
  cause,
  echo,
  symbol,
  silentFault,
  onWindows,
  onLinux,
];
const index = buildIndex(library);
const first = (paste: string) => diagnose(index, paste).findings[0];

describe('tells apart messages that differ in one word or digit', () => {
  test.each([
    ['dtype size changed. Expected 96 from C header, got 88 from PyObject', 'dtype-smaller'],
    [
      'ValueError: numpy.ndarray size changed. Expected 88 from C header, got 80 from PyObject',
      'ndarray-larger',
    ],
    [
      'OpenBLAS: pthread_create failed for thread 3 of 64: Operation not permitted',
      'openblas-not-permitted',
    ],
    [
      'OpenBLAS: pthread_create failed for thread 3 of 64: Resource temporarily unavailable',
      'openblas-unavailable',
    ],
    ['OpenBLAS: pthread_create failed for thread 3 of 64: 资源暂时不可用', 'openblas-unavailable'],
  ])('%s', (paste, slug) => {
    expect(first(paste)?.slug).toBe(slug);
  });
});

test('a placeholder matches any text, even as part of a name', () => {
  const found = first('E   ImportError: dynamic module lacks its export (PyInit__core_v2)');
  expect(found).toMatchObject({
    slug: 'module-export',
    confidence: 'high',
    signature: symbol.signatures[0],
    why: { kind: 'signature' },
  });
});

test.each([
  ['at its end', 'ImportError: dynamic module lacks its'],
  ['at its beginning', 'module lacks its export (PyInit_x)'],
  ['by a line break', 'ImportError: dynamic module\nlacks its export (PyInit_x)'],
])('a message cut %s is found', (_where, paste) => {
  expect(first(paste)?.slug).toBe('module-export');
});

test('reports the line number within the paste', () => {
  const paste =
    'Collecting numpy\n\n  noise\nOpenBLAS: pthread_create failed for thread 3 of 64: Operation not permitted';
  expect(first(paste)?.line.number).toBe(4);
});

test('a chained exception ranks below the finding with its own line', () => {
  const paste =
    'RuntimeError: module compiled against ABI version 0x10 but this numpy is 0xe\nImportError: numpy.core.multiarray failed to import';
  expect(first(paste)?.slug).toBe('abi-cause');
  expect(first('ImportError: numpy.core.multiarray failed to import')?.slug).toBe(
    'multiarray-echo',
  );
});

test('ranks a fault of the detected platform above one of another platform', () => {
  const line = 'OSError: handle of the semaphore is invalid';
  expect(first(`File "C:\\Users\\kim\\main.py"\n${line}`)?.slug).toBe('semaphore-windows');
  expect(first(`File "/usr/lib/python3.12/main.py"\n${line}`)?.slug).toBe('semaphore-linux');
  expect(first(line)?.confidence).not.toBe('high');
});

test('finds a fault without a message from a description, with low confidence', () => {
  const found = first('two workers map pool on the same queue and it never returns');
  expect(found).toMatchObject({ slug: 'pool-hangs', confidence: 'low', why: { kind: 'words' } });
  expect(found?.signature).toBeUndefined();
});

describe('finds nothing in an unrelated paste:', () => {
  test.each([
    '',
    ' \n\n ',
    'hello',
    "KeyError: 'user_id'",
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nValueError: invalid literal for int()',
    "main.cpp:7:5: error: 'cout' was not declared in this scope",
    'collect2: error: ld returned 1 exit status',
    'how do I sort a dictionary by value',
    'npm ERR! code ERESOLVE',
  ])('%j', (paste) => {
    expect(diagnose(index, paste).findings).toEqual([]);
  });
});

test('returns at most `limit` findings', () => {
  const line = 'OSError: handle of the semaphore is invalid';
  expect(diagnose(index, line).findings.length).toBeGreaterThan(1);
  expect(diagnose(index, line, { limit: 1 }).findings).toHaveLength(1);
});

test('the index survives JSON, is the same on each build, and may be empty', () => {
  expect(JSON.stringify(buildIndex(library))).toBe(JSON.stringify(index));
  const copy = JSON.parse(JSON.stringify(index)) as typeof index;
  const paste = 'OpenBLAS: pthread_create failed for thread 3 of 64: Operation not permitted';
  expect(diagnose(copy, paste)).toEqual(diagnose(index, paste));
  expect(diagnose(buildIndex([]), paste).findings).toEqual([]);
});

test('rejects an index of another version', () => {
  expect(() => diagnose({ ...index, version: 99 }, 'x')).toThrow('version 99');
});

test('a core with the parts it requests answers like the whole index', () => {
  const { core, parts } = splitIndex(index);
  const paste = 'OpenBLAS: pthread_create failed for thread 3 of 64: Operation not permitted';
  const wanted = parts.filter(({ number }) => partsFor(core, paste).includes(number));
  const [found] = diagnose(joinIndex(core, wanted), paste).findings;
  expect(found?.slug).toBe('openblas-not-permitted');
});

test('a large library keeps the rarest words in the core, and its articles can still be found', () => {
  const many = Array.from({ length: 600 }, (_, at) =>
    entry(`part-${at}`, {
      signatures: [`Error: gadget${at}x broke its spindle${at}y`],
      text: 'It broke.',
    }),
  );
  const large = buildIndex([...many, silentFault]);
  expect(diagnose(large, 'Error: gadget77x broke its spindle77y').findings[0]?.slug).toBe(
    'part-77',
  );
  expect(
    diagnose(large, 'two workers share one queue, pool.map() never returns').findings[0]?.slug,
  ).toBe('pool-hangs');
});

test('a complete match of one signature outranks a similar signature with other words', () => {
  const siblings = buildIndex([
    entry('openblas-denied', {
      signatures: ['OpenBLAS: pthread_start failed for thread <n> of <m>: Operation not permitted'],
    }),
    entry('openblas-exhausted', {
      signatures: [
        'OpenBLAS: pthread_start failed for thread <n> of <m>: Resource exhausted for now',
      ],
      messages: [
        'OpenBLAS: ensure that the thread limits are big enough\nOpenBLAS: or set NUM_THREADS',
      ],
    }),
  ]);
  const paste = [
    'OpenBLAS: pthread_start failed for thread 3 of 8: Operation not permitted',
    'OpenBLAS: ensure that the thread limits are big enough',
    'OpenBLAS: or set NUM_THREADS',
  ].join('\n');
  expect(diagnose(siblings, paste).findings[0]?.slug).toBe('openblas-denied');
});

test('compares descriptions with titles, and program output with messages', () => {
  const asked = buildIndex([
    entry('array-append', { title: 'Appending to an array has no effect', text: 'Nothing.' }),
    entry('array-print', {
      title: 'A shape is wrong',
      messages: ['ShapeWarning: append\nShapeWarning: array\nShapeWarning: effect'],
    }),
  ]);
  const first = (paste: string) => diagnose(asked, paste).findings[0]?.slug;
  expect(first('append to array, no effect')).toBe('array-append');
  expect(first('ShapeWarning: append\nShapeWarning: array\nShapeWarning: effect')).toBe(
    'array-print',
  );
});

test('ranks the first of several chained exceptions above the last', () => {
  const chained = buildIndex([
    entry('column-missing', { signatures: ["TableNotFound: no column named 'core.id'"] }),
    entry('advice', {
      signatures: ['StoreError: leave the folder of the table'],
    }),
  ]);
  const first = (lines: string[]) => diagnose(chained, lines.join('\n')).findings[0]?.slug;
  const cause = ['Traceback (most recent call last):', "TableNotFound: no column named 'core.id'"];
  const advice = [
    'Traceback (most recent call last):',
    'StoreError: leave the folder of the table',
  ];
  const because = 'The above exception was the direct cause of the following exception:';
  expect(first([...cause, '', because, '', ...advice])).toBe('column-missing');
  expect(first(advice)).toBe('advice');
});

test('a signature finds its article in a large library, even if the article has many other words', () => {
  const words = (from: number) =>
    Array.from({ length: 150 }, (_, at) => `gadget${from + at}x`).join(' ');
  const many = Array.from({ length: 60 }, (_, at) =>
    entry(`talkative-${at}`, {
      signatures: [`Error: spindle${at}y`],
      messages: [words(1000 * at)],
    }),
  );
  const { core, parts } = splitIndex(buildIndex(many));
  const paste = 'Error: spindle7y';
  const wanted = parts.filter(({ number }) => partsFor(core, paste).includes(number));
  expect(diagnose(joinIndex(core, wanted), paste).findings[0]?.slug).toBe('talkative-7');
});
