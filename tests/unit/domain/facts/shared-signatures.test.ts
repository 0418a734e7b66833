import { describe, expect, test } from 'vitest';
import { sharedSignatures } from '../../../../src/domain/facts/shared-signatures.ts';
import type { Signature } from '../../../../src/domain/facts/signature.ts';

interface Sketch {
  related?: string[];
  signatures: Signature[];
}

const article = (slug: string, id: string, { related = [], signatures }: Sketch) => ({
  slug,
  id,
  related,
  signatures,
});

/** Problems of an article `newer` beside an article `older` that prints `line`, as `signatures[0]: ...`. */
const problemsOf = (line: Signature, copy: Signature) =>
  sharedSignatures([
    article('newer', 'KF-0002', { signatures: [copy] }),
    article('older', 'KF-0001', { signatures: [line] }),
  ]);

describe('reports a near-copy, whatever differs between machines and compilers', () => {
  test.each([
    ['the line itself', 'PluginError: symbol <name> resolved twice'],
    ['another placeholder', 'PluginError: symbol <s> resolved twice <times>'],
    ['another case and quotes', "pluginerror: SYMBOL 'x' resolved twice"],
    ['other numbers', '<file>:<n>: PluginError: symbol resolved 7 twice'],
    ['words before and behind it', 'ImportError: [PluginError: symbol <x> resolved twice] in demo'],
    ['the words in another order', 'twice resolved symbol PluginError'],
    ['a part of it', 'symbol <x> resolved twice'],
  ])('%s', (_name, copy) => {
    expect(problemsOf('PluginError: symbol <name> resolved twice', copy)).toEqual([
      {
        slug: 'newer',
        path: ['signatures', 0],
        found: JSON.stringify(copy),
        expected:
          'a line that older does not have, or each of the two articles in related of the other',
      },
    ]);
  });

  test('a line of one word', () => {
    expect(problemsOf('spam_serv_load', '<path>: spam_serv_load+0x10')).toHaveLength(0);
    expect(problemsOf('spam_serv_load', 'SPAM_SERV_LOAD')).toHaveLength(1);
  });
});

test.each([
  ['error: no member named eggs', 'error: no member named spam'],
  ['error: spam', 'fatal error: spam in eggs'],
  ['<n> of <n>', '<n> of <m> done'],
  ['0x<address>', '<path>'],
])('accepts %j beside %j', (line, other) => {
  expect(problemsOf(line, other)).toEqual([]);
});

test('a line with conditions is a copy all the same, a supporting line is not', () => {
  const line = 'Spam has no eggs left';
  expect(problemsOf(line, { line, unless: ['ham'] })).toHaveLength(1);
  expect(problemsOf({ line, with: ['ham'] }, line)).toHaveLength(1);
  expect(problemsOf(line, { line, role: 'supporting' })).toEqual([]);
  expect(problemsOf({ line, role: 'supporting' }, line)).toEqual([]);
  expect(problemsOf({ line, with: ['ham'] }, { line, with: ['bacon'] })).toEqual([]);
});

test('an article may repeat itself', () => {
  const signatures = ['Spam has no eggs left', 'error: Spam has no eggs left'];
  expect(sharedSignatures([article('one', 'KF-0001', { signatures })])).toEqual([]);
});

test('twin faults may share a line if each lists the other; one of them is not enough', () => {
  const shared = { signatures: ['Spam has no eggs left'] };
  const twins = (older: string[], newer: string[]) =>
    sharedSignatures([
      article('older', 'KF-0001', { ...shared, related: older }),
      article('newer', 'KF-0002', { ...shared, related: newer }),
    ]).map(({ slug }) => slug);
  expect(twins(['newer'], ['older'])).toEqual([]);
  expect(twins([], ['older'])).toEqual(['newer']);
  expect(twins(['newer'], [])).toEqual(['newer']);
});

test('the newer article by id gets the problem, KF-10000 after KF-9999', () => {
  const shared = { signatures: ['Spam has no eggs left'] };
  const found = sharedSignatures([
    article('a', 'KF-10000', shared),
    article('b', 'KF-9999', shared),
  ]);
  expect(found.map(({ slug }) => slug)).toEqual(['a']);
});

test('at most nine lines are shared, also with several related articles', () => {
  const lines = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `Spam${index} has no ${name} left`);
  const found = sharedSignatures([
    article('ham', 'KF-0001', { related: ['copy'], signatures: lines('ham', 6) }),
    article('eggs', 'KF-0002', { related: ['copy'], signatures: lines('eggs', 6) }),
    article('copy', 'KF-0003', {
      related: ['eggs', 'ham'],
      signatures: ['Spam is empty', ...lines('ham', 5), ...lines('eggs', 5)],
    }),
  ]);
  expect(found).toEqual([
    {
      slug: 'copy',
      path: ['signatures', 10],
      found: '"Spam4 has no eggs left"',
      expected: 'at most 9 lines that related articles have, too',
    },
  ]);
});

test('an article with a lookup may have lines of others, which claim only the names in its table', () => {
  const lookup = { table: 'programs', key: 'program', answers: ['Install {name}.'] };
  const line = 'PluginError: <program> not found';
  expect(
    sharedSignatures([
      article('older', 'KF-0001', { signatures: [line] }),
      { ...article('newer', 'KF-0002', { signatures: [line] }), lookup },
    ]),
  ).toEqual([]);
});
