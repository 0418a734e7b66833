import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { buildIndex } from '../../src/diagnosis/index/build-index.ts';
import { redact } from '../../src/diagnosis/report/redact.ts';
import { entry } from '../support/make-index-entry.ts';
import { expectLinearTime, processorTime, textOf } from './linear-time.ts';

const index = buildIndex([
  entry('thread-pool', {
    signatures: ['libgomp: Thread creation failed for <n> of <m>: Operation not permitted'],
    text: 'The container forbids new threads.',
  }),
  entry('loader', { signatures: ['RuntimeError: module <name> not found at <path>'] }),
]);

const logLine = (index: number) =>
  `2024-02-11T19:33:02.12Z   gcc -I/usr/include/python3.13 -c src/mod${index}/file${index * 7}.c libgomp error thread failed\n`;

const units: Record<string, (index: number) => string> = {
  'an ordinary log': logLine,
  'one line without spaces': () => 'aB_9',
  'one line of words': (index) => `thread${index % 50} module/x `,
  'nested escapes': () => '\\\\\\\\\n\\"libgomp',
  'placeholders and brackets': () => '<a<b <module> ',
  slashes: () => '/a\\b',
  'digits and dots': () => '1.2.3-4:',
  spaces: () => ' \t',
  'quotes and dashes': () => `â€˜"'--`,
};

describe('diagnose takes linear time on', () => {
  test.each(Object.entries(units))('%s', (_name, unit) => {
    expectLinearTime({
      text: (length) => textOf(unit, length),
      read: (paste) => diagnose(index, paste),
      short: 200_000,
      long: 5_000_000,
      tolerance: 1.5,
    });
  });
});

test('diagnose reads a megabyte of log in less than 200 ms', () => {
  const log = textOf(logLine, 1_000_000);
  expect(processorTime(() => diagnose(index, log))).toBeLessThan(200);
});

test('diagnose reads 3,000 lines made of the words of 720 long signatures in less than 1 s', () => {
  const word = (number: number) => `w${number % 40}`;
  const words = (count: number, from: number) =>
    Array.from({ length: count }, (_, position) => word(position * 7 + from)).join(' ');
  const slow = buildIndex(
    Array.from({ length: 10 }, (_, article) =>
      entry(`slow-${article}`, {
        signatures: Array.from({ length: 72 }, (_, line) => `${words(60, line)} <x> k${article}`),
      }),
    ),
  );
  const anchors = Array.from({ length: 10 }, (_, article) => `k${article}`).join(' ');
  const paste = Array.from({ length: 3_000 }, (_, line) => `${words(300, line * 3)} ${anchors}`);
  expect(processorTime(() => diagnose(slow, paste.join('\n')))).toBeLessThan(1_000);
});

describe('redact takes linear time on repetitions of', () => {
  test.each(['/home/a', 'a@', 'https://', 'A1b', 'token=', 'eyJ-', '10.', '\\Users\\', '~/a/b/'])(
    '%j',
    (unit) => {
      expectLinearTime({
        text: (length) => textOf(() => unit, length),
        read: redact,
        short: 20_000,
        long: 160_000,
        tolerance: 3,
      });
    },
  );
});
