import { markdownToMdast, type MdastNode } from 'satteri';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeBlock,
  codeSpan,
  markdownBadge,
  markdownLink,
  markdownText,
  markdownWithCode,
  rstLink,
} from '../../../../src/domain/text/citations.ts';

const url = 'https://faults.example/KF-0001/';

/** The nodes of the first paragraph. */
function inline(markdown: string): MdastNode[] {
  const [first] = blocks(markdown);
  return first && 'children' in first ? (first.children as MdastNode[]) : [];
}

function blocks(markdown: string): MdastNode[] {
  const root = markdownToMdast(markdown);
  return 'children' in root ? (root.children as MdastNode[]) : [];
}

describe('an article as a link', () => {
  test.each([
    ['Walrus assignment crashes', `[Walrus assignment crashes](${url})`],
    ['@njit calls #1', `[\`@njit\` calls \`#1\`](${url})`],
    ['std::vector<int> [x] `y` *z*', `[std::vector\\<int\\> \\[x\\] \\\`y\\\` \\*z\\*](${url})`],
  ])('%s in Markdown', (title, link) => {
    expect(markdownLink(title, url)).toBe(link);
  });

  test.each([
    ['Walrus assignment crashes', `\`Walrus assignment crashes <${url}>\`__`],
    ['`PyInit_<name>`', `\`\\\`PyInit\\_\\<name\\>\\\` <${url}>\`__`],
  ])('%s in reStructuredText', (title, link) => {
    expect(rstLink(title, url)).toBe(link);
  });

  test('as a picture that leads to it', () => {
    const image = 'https://faults.example/badge/KF-0001.svg';
    expect(markdownBadge('known fault [1]', image, url)).toBe(
      `[![known fault \\[1\\]](${image})](${url})`,
    );
  });
});

describe('a text in Markdown', () => {
  test.each([
    ['Error #15: libiomp5.', 'Error `#15`: libiomp5.'],
    ["macro must be defined for '#' formats", "macro must be defined for `'#'` formats"],
    ['#[pymodule] differs', '`#[pymodule]` differs'],
    ['不要在@njit函数里调用', '不要在`@njit`函数里调用'],
    ['see owner/repo#12 and GH-3, gh-4.', 'see `owner/repo#12` and `GH-3`, `gh-4`.'],
    ['https://github.com/a/b/issues/1!', '`https://github.com/a/b/issues/1`!'],
    ['$ORIGIN or a::bug::b', '`$ORIGIN` or `a::bug::b`'],
    ['`@a`` b', '``` `@a`` ``` b'],
    ['- 1. x', '\\- 1. x'],
    ['1. x', '1\\. x'],
    ['&lt; a && b', '\\&lt; a \\&\\& b'],
  ])('%s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test('shows as it is, without markup, elements, mentions or references', () => {
    const title = fc.stringMatching(/^[a-z1-]([a-z1 @#$*_`<>[\]|~\\!&;:.+-]{0,38}[a-z1])?$/);
    fc.assert(
      fc.property(title, (text) => {
        const nodes = inline(markdownText(text));
        expect(nodes.filter(({ type }) => type !== 'text' && type !== 'inlineCode')).toEqual([]);
        expect(nodes.map((node) => ('value' in node ? node.value : '')).join('')).toBe(text);
        for (const node of nodes) {
          if (node.type === 'text') expect(node.value).not.toMatch(/[@#$]|:[\w+-]+:/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['Start it with `--opt a_b`, not a_b.', 'Start it with `--opt a_b`, not a\\_b.'],
  ['`@main`: mentions @main', '`@main`: mentions `@main`'],
])('backticks mark code in %s', (text, markdown) => {
  expect(markdownWithCode(text)).toBe(markdown);
});

test('a line as code is the line, whatever is in it', () => {
  const line = fc.stringMatching(/^[a@#<`~\\!$ ]{0,38}[a`]$/);
  fc.assert(
    fc.property(line, (text) => {
      expect(blocks(codeBlock(text))).toMatchObject([{ type: 'code', value: text }]);
      expect(inline(`x${codeSpan(text)}`)).toMatchObject([
        { type: 'text', value: 'x' },
        { type: 'inlineCode', value: text },
      ]);
    }),
    { numRuns: 500 },
  );
});
