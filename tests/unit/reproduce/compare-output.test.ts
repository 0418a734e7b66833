import { describe, expect, test } from 'vitest';
import { compareOutput } from '../../../src/reproduce/compare-output.ts';

describe('an output contains a text', () => {
  test.each([
    ['as consecutive lines', 'b\nc', 'a\nb\nc\nd\n'],
    ['with lines left out', 'a\n...\nd', 'a\nb\nc\nd\n'],
    ['with no line left out', 'a\n...\nb', 'a\nb\n'],
    ['with a part of a line left out', 'File ".../a.py", line 3', 'File "/x/y/a.py", line 3'],
    ['with a placeholder', 'at <address> of <n>', 'at 12ab of 7'],
    ['with the placeholder as it is', 'in <module>', 'in <module>'],
    ['with another address', 'thread 0x00007f4d (most', 'thread 0x1234 (most'],
    ['with another duration', 'finished in 0.52s', 'finished in 1.5s'],
    ['with a duration that is longer than a minute', 'in 39.50s', 'in 1m 39s'],
    ['with a duration that is longer than an hour', 'in 39s', 'in 1h 2m 03s'],
    ['with another temporary folder', '/tmp/pip-install-abcd1234/a', '/tmp/pip-install-zyxw9876/a'],
    ['indented as in a box of pip', 'error: a\n  b', '      error: a\n        b\n'],
    ['with colors', 'error: a', '\u001b[31merror:\u001b[0m a'],
    ['with the quotes of another locale', "'a' undeclared", '‘a’ undeclared'],
    ['with spaces at the ends of lines', 'a\nb', 'a  \r\nb \r\n'],
    ['between blank lines', '\n\na\n\n', '\n\na\n'],
  ])('%s', (_, expected, output) => {
    expect(compareOutput(expected, output)).toBeUndefined();
  });

  test('with parts that are declared to vary', () => {
    const varies = ['(22893)', '0x7f'];
    expect(compareOutput('thread (22893) at 0x7f', 'thread (7) at 0x8a', varies)).toBeUndefined();
    expect(compareOutput('thread (22893) at 0x7f', 'process (7) at 0x8a', varies)).toBeDefined();
  });
});

describe('the first difference is named', () => {
  test.each([
    ['a line in another place', 'a\nc', 'a\nb\nc\n', { expected: 'c', printed: 'b' }],
    ['no line at all', 'x', 'a\nb\n', { expected: 'x', printed: undefined }],
    ['the end of the output', 'a\nb', 'a\n', { expected: 'b', printed: undefined }],
    [
      'the place where most is printed',
      'a\nb\nc',
      'a\nx\na\nb\nd\n',
      { expected: 'c', printed: 'd' },
    ],
    ['less indentation', 'a\n  b', '  a\n  b\n', { expected: '  b', printed: '  b' }],
    [
      'text after the last part',
      'a <n> b',
      'a 1 b c\n',
      { expected: 'a <n> b', printed: undefined },
    ],
    [
      'a part that overlaps the end',
      'a...ba',
      'aba ba x',
      { expected: 'a...ba', printed: undefined },
    ],
  ])('%s', (_, expected, output, difference) => {
    expect(compareOutput(expected, output)).toEqual(difference);
  });
});
