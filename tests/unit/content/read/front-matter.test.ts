import { describe, expect, test } from 'vitest';
import { FrontMatterError, readFrontMatter } from '../../../../src/content/read/front-matter.ts';

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nText\n`);

test('splits a file, keeps dates as strings and knows the line of each value', () => {
  const { data, body, bodyLine, lineOf } = readFrontMatter(
    '---\nid: KF-0001\npublished: 2026-11-21\naffected:\n  - fixed: "3.10"\n---\n\n## One\n',
  );
  expect(data).toEqual({ id: 'KF-0001', published: '2026-11-21', affected: [{ fixed: '3.10' }] });
  expect(body).toBe('\n## One\n');
  expect(bodyLine).toBe(7);
  expect(lineOf(['published'])).toBe(3);
  expect(lineOf(['affected', 0, 'fixed'])).toBe(5);
  expect(lineOf(['affected', 0, 'missing'])).toBe(5);
  expect(lineOf(['missing'])).toBe(2);
});

describe('rejects YAML that is not plain', () => {
  test.each([
    ['a: &x 1\nb: *x', 2, '&x'],
    ['a: !!js/function "x"', 2, 'YAML that does not parse'],
    ['a: !custom x', 2, 'YAML that does not parse'],
    ['a: !!str 1', 2, 'tag:yaml.org,2002:str'],
    ['a: 1\na: 2', 3, 'YAML that does not parse'],
    ['a: [1', 3, 'YAML that does not parse'],
    ['a: 1\nb\n  : 2', 4, 'YAML that Astro does not parse (can not read a block mapping entry'],
  ])('%j', (yaml, line, found) => {
    const error = errorOf(() => read(yaml));
    expect(error.line).toBe(line);
    expect(error.found).toContain(found);
  });

  test('exponential expansion of aliases', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, index) => {
        const before = 'abcdefgh'[index];
        return `${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`;
      }),
    ].join('\n');
    expect(errorOf(() => read(bomb)).expected).toBe('plain YAML without anchors, aliases and tags');
  });

  test('front matter of more than 20,000 characters', () => {
    expect(errorOf(() => read(`a: ${'x'.repeat(20_001)}`)).expected).toBe('at most 20000');
  });

  test('a file without front matter', () => {
    expect(errorOf(() => readFrontMatter('# Title\n'))).toMatchObject({
      line: 1,
      found: 'no front matter',
      expected: 'the facts between two lines of ---',
    });
  });
});

test('keeps a key named __proto__ as data', () => {
  const { data } = read('__proto__:\n  polluted: true');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(data as object)).toEqual(['__proto__']);
});

function errorOf(work: () => unknown): FrontMatterError {
  try {
    work();
  } catch (error) {
    if (error instanceof FrontMatterError) return error;
    throw error;
  }
  throw new Error('No error was thrown');
}
