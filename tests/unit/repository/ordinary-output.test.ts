import { expect, test } from 'vitest';
import { readOrdinaryOutput } from '../../../src/lint/ordinary-output.ts';
import { replacementsFor } from '../../ordinary-output/neutral-paths.ts';
import { readRunList } from '../../ordinary-output/run-list.ts';
import { countTemplates, toTemplate } from '../../ordinary-output/to-template.ts';
import { root } from '../../support/root.ts';

const replacements = replacementsFor('/tmp/base/runs/own-run', '/tmp/base', '/checkout');

test.each([
  ['mix.c:12:3: error: expected ‘;’', 'mix.c:<n>:<n>: error: expected ‘;’'],
  ['#0  0x00007f3a in wait ()', '#<n> <address> in wait ()'],
  [
    '  File "/usr/lib/python3.12/json/decoder.py", line 355, in raw',
    'File "<path>/json/decoder.py", line <n>, in raw',
  ],
  ['Requires numpy 1.26.4 or 2.0.0rc1', 'Requires numpy <version> or <version>'],
  ['  2: own::mix::h0123456789abcdef', '<n>: own::mix::<hash>'],
  ['2024-02-11T19:33:02.1234567Z \u001b[31mno such rate\u001b[0m', 'no such rate'],
  ['loaded float64 and cp312 in 12 ms', 'loaded float64 and cp312 in <n> ms'],
  ['2 passed in 0.14s', '<n> passed in <n>s'],
  ['    ~~~~^~~~', ''],
])('%s is reduced to %s', (line, template) => {
  expect(toTemplate(line)).toBe(template);
});

test('lines of one kind are counted together, and the first one is the example', () => {
  const counts = countTemplates(['took 3 s', 'no rate', 'took 5 s', ''], replacements);
  expect([...counts]).toEqual([
    ['took <n> s', { lines: 2, example: 'took 3 s' }],
    ['no rate', { lines: 1, example: 'no rate' }],
  ]);
});

test('progress bars are left out', () => {
  const bars = ['   ━━━━━━━━ 18.1/18.1 kB 2.1 MB/s eta 0:00:00', ' 50%|█████     | 1/2'];
  expect([...countTemplates(bars, replacements)]).toEqual([]);
});

test('an example shows neither folders nor package indexes of the machine', () => {
  const lines = [
    'in /tmp/base/runs/own-run/mix.c',
    'in /tmp/base/environments/build/bin/python',
    'in /home/reader/mix.c',
    'from https://packages.example.org/simple/six/',
  ];
  const examples = [...countTemplates(lines, replacements).values()].map(({ example }) => example);
  expect(examples).toEqual([
    'in /project/mix.c',
    'in /venv/build/bin/python',
    'in /user/mix.c',
    'from https://index.example/simple/six/',
  ]);
});

test('a long line is split at spaces', () => {
  const counts = countTemplates([`Modules: ${'numpy.linalg, '.repeat(100)}`], replacements);
  const examples = [...counts.values()].map(({ example }) => example);
  expect(examples.every((example) => example.length <= 400)).toBe(true);
  expect(examples[0]).toMatch(/^Modules: numpy.linalg, .*, numpy.linalg,$/);
});

const { runs, templates } = readOrdinaryOutput(root);

test('the recorded runs are those in the list, at least 150 with 50,000 lines', () => {
  expect(runs.map(({ name }) => name)).toEqual(Object.keys(readRunList().runs).sort());
  expect(runs.length).toBeGreaterThanOrEqual(150);
  expect(runs.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThanOrEqual(50_000);
});

test('a run has at least the lines of its templates', () => {
  const names = new Set(runs.map(({ name }) => name));
  expect(templates.length).toBeGreaterThan(10_000);
  expect(templates.filter(({ runs }) => !runs.every((name) => names.has(name)))).toEqual([]);
  expect(templates.filter(({ lines, runs }) => lines < runs.length)).toEqual([]);
});

test('no recorded line shows the machine', () => {
  const machine = /\/root\b|\/home\/|known-faults-ordinary/;
  expect(templates.filter(({ example }) => machine.test(example))).toEqual([]);
});
