import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { joinIndex, partsFor, splitIndex } from '../../../src/diagnosis/index/index-parts.ts';
import { entry } from '../../support/make-index-entry.ts';

/** Articles about other things, so that words have frequencies. */
const others = ['anvil', 'bellows', 'crucible', 'drawbridge', 'escapement', 'flywheel'].map(
  (name) =>
    entry(`${name}-jams`, {
      project: name,
      signatures: [`RuntimeError: ${name} jammed at <place> with ${name}_pressure <n>`],
      text: `The ${name} jams when it is cold. Warm the ${name} first.`,
      affected: [{ ecosystem: 'PyPI', package: name }],
    }),
);

const smaller = entry('vellum-smaller', {
  signatures: ['ValueError: quill.vellum size changed. Expected 96 from sheet, got 88 from roll'],
});
const larger = entry('parchment-larger', {
  signatures: [
    'ValueError: quill.parchment size changed. Expected 88 from sheet, got 80 from roll',
  ],
});
const notPermitted = entry('inkwell-not-permitted', {
  signatures: ['Inkwell: blotter_create failed for nib <n> of <m>: Operation not permitted'],
});
const unavailable = entry('inkwell-unavailable', {
  signatures: [
    'Inkwell: blotter_create failed for nib <n> of <m>: Resource temporarily unavailable',
  ],
});
const cause = entry('feather-cause', {
  signatures: [
    'RuntimeError: plumage compiled against feather version <0xhex> but this feather is <0xhex>',
    'ImportError: quill.core.plume failed to import',
  ],
});
const echo = entry('plume-echo', {
  title: 'quill.core.plume failed to import',
  signatures: ['ImportError: quill.core.plume failed to import'],
});
const symbol = entry('barb-export', {
  signatures: ['ImportError: dynamic feather lacks its barb (BarbInit_<module>)'],
});
const silentFault = entry('goose-hangs', {
  title: 'goose.dip() never returns when two scribes share one inkstand',
  symptom: 'hang',
  text: 'Both scribes wait for the inkstand. Use one inkstand for each scribe, or upgrade goose.',
});
const onWindows = entry('latch-windows', {
  platforms: ['windows'],
  signatures: ['OSError: latch of the escritoire is stuck'],
});
const onLinux = entry('latch-linux', {
  platforms: ['linux'],
  signatures: ['OSError: latch of the escritoire is stuck'],
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

describe('one word or one digit is the diagnosis', () => {
  test.each([
    ['vellum size changed. Expected 96 from sheet, got 88 from roll', 'vellum-smaller'],
    [
      'ValueError: quill.parchment size changed. Expected 88 from sheet, got 80 from roll',
      'parchment-larger',
    ],
    [
      'Inkwell: blotter_create failed for nib 3 of 64: Operation not permitted',
      'inkwell-not-permitted',
    ],
    [
      'Inkwell: blotter_create failed for nib 3 of 64: Resource temporarily unavailable',
      'inkwell-unavailable',
    ],
    ['Inkwell: blotter_create failed for nib 3 of 64: 资源暂时不可用', 'inkwell-unavailable'],
  ])('%s', (paste, slug) => {
    expect(first(paste)?.slug).toBe(slug);
  });
});

test('placeholders stand for anything, glued to a name too', () => {
  const found = first('E   ImportError: dynamic feather lacks its barb (BarbInit__core_v2)');
  expect(found).toMatchObject({
    slug: 'barb-export',
    confidence: 'high',
    signature: symbol.signatures[0],
    why: { kind: 'signature' },
  });
});

test.each([
  ['at its end', 'ImportError: dynamic feather lacks its'],
  ['at its beginning', 'feather lacks its barb (BarbInit_x)'],
  ['by a line break', 'ImportError: dynamic feather\nlacks its barb (BarbInit_x)'],
])('a message cut %s is found', (_where, paste) => {
  expect(first(paste)?.slug).toBe('barb-export');
});

test('the line is named under its number in the paste', () => {
  const paste =
    'Collecting quill\n\n  noise\nInkwell: blotter_create failed for nib 3 of 64: Operation not permitted';
  expect(first(paste)?.line.number).toBe(4);
});

test('a chained exception ranks below the finding with its own line', () => {
  const paste =
    'RuntimeError: plumage compiled against feather version 0x10 but this feather is 0xe\nImportError: quill.core.plume failed to import';
  expect(first(paste)?.slug).toBe('feather-cause');
  expect(first('ImportError: quill.core.plume failed to import')?.slug).toBe('plume-echo');
});

test('what the platform contradicts comes after what it bears out', () => {
  const line = 'OSError: latch of the escritoire is stuck';
  expect(first(`File "C:\\Users\\kim\\desk.py"\n${line}`)?.slug).toBe('latch-windows');
  expect(first(`File "/usr/lib/python3.12/desk.py"\n${line}`)?.slug).toBe('latch-linux');
  expect(first(line)?.confidence).not.toBe('high');
});

test('a fault without a message is found by plain words, never with certainty', () => {
  const found = first('two scribes dip goose in the same inkstand and it never returns');
  expect(found).toMatchObject({ slug: 'goose-hangs', confidence: 'low', why: { kind: 'words' } });
  expect(found?.signature).toBeUndefined();
});

describe('it is silent on what it does not know', () => {
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

test('at most as many findings as asked for', () => {
  const line = 'OSError: latch of the escritoire is stuck';
  expect(diagnose(index, line).findings.length).toBeGreaterThan(1);
  expect(diagnose(index, line, { limit: 1 }).findings).toHaveLength(1);
});

test('the index is JSON, the same each time, and empty libraries are fine', () => {
  expect(JSON.stringify(buildIndex(library))).toBe(JSON.stringify(index));
  const copy = JSON.parse(JSON.stringify(index)) as typeof index;
  const paste = 'Inkwell: blotter_create failed for nib 3 of 64: Operation not permitted';
  expect(diagnose(copy, paste)).toEqual(diagnose(index, paste));
  expect(diagnose(buildIndex([]), paste).findings).toEqual([]);
});

test('an index of another version is refused', () => {
  expect(() => diagnose({ ...index, version: 99 }, 'x')).toThrow('version 99');
});

test('with the parts it asks for, a core answers like the whole', () => {
  const { core, parts } = splitIndex(index);
  const paste = 'Inkwell: blotter_create failed for nib 3 of 64: Operation not permitted';
  const wanted = parts.filter(({ number }) => partsFor(core, paste).includes(number));
  const [found] = diagnose(joinIndex(core, wanted), paste).findings;
  expect(found?.slug).toBe('inkwell-not-permitted');
});

test('a large library keeps the rarest words in the core and loses nothing', () => {
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
    diagnose(large, 'two scribes share one inkstand, goose.dip() never returns').findings[0]?.slug,
  ).toBe('goose-hangs');
});

test('a line that is the whole signature of one speaks against the sibling with another word in it', () => {
  const siblings = buildIndex([
    entry('inkwell-denied', {
      signatures: ['Inkwell: blotter_start failed for nib <n> of <m>: Operation not permitted'],
    }),
    entry('inkwell-exhausted', {
      signatures: ['Inkwell: blotter_start failed for nib <n> of <m>: Resource exhausted for now'],
      messages: ['Inkwell: ensure that the blotter limits are big enough\nInkwell: or set NIBS'],
    }),
  ]);
  const paste = [
    'Inkwell: blotter_start failed for nib 3 of 8: Operation not permitted',
    'Inkwell: ensure that the blotter limits are big enough',
    'Inkwell: or set NIBS',
  ].join('\n');
  expect(diagnose(siblings, paste).findings[0]?.slug).toBe('inkwell-denied');
});

test('words of a person are compared with titles, program output with messages', () => {
  const asked = buildIndex([
    entry('quill-append', { title: 'Appending to a scroll has no effect', text: 'Nothing.' }),
    entry('scroll-print', {
      title: 'A roll is torn',
      messages: ['RollWarning: append\nRollWarning: scroll\nRollWarning: effect'],
    }),
  ]);
  const first = (paste: string) => diagnose(asked, paste).findings[0]?.slug;
  expect(first('append to scroll, no effect')).toBe('quill-append');
  expect(first('RollWarning: append\nRollWarning: scroll\nRollWarning: effect')).toBe(
    'scroll-print',
  );
});

test('of exceptions that led to each other the first is nearer to the cause than the last', () => {
  const chained = buildIndex([
    entry('nib-missing', { signatures: ["ScrollNotFound: no nib named 'core.nib'"] }),
    entry('advice', {
      signatures: ['QuillError: leave the folder of the scroll'],
    }),
  ]);
  const first = (lines: string[]) => diagnose(chained, lines.join('\n')).findings[0]?.slug;
  const cause = ['Traceback (most recent call last):', "ScrollNotFound: no nib named 'core.nib'"];
  const advice = [
    'Traceback (most recent call last):',
    'QuillError: leave the folder of the scroll',
  ];
  const because = 'The above exception was the direct cause of the following exception:';
  expect(first([...cause, '', because, '', ...advice])).toBe('nib-missing');
  expect(first(advice)).toBe('advice');
});

test('in a large library what a signature says finds its article, however much else the article says', () => {
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
