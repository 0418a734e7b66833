import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/markdown/gate.ts';

describe('what an article may hold', () => {
  test.each([
    ['text, lists and tables', 'One.\n\n- a\n- b\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n'],
    ['code with anything in it', '```c\nif (a < b) { import("x"); }\n```\n'],
    ['braces and tags between backticks', 'Use `vector<int>` and `{x}`.'],
    ['an escaped brace', 'A \\{ in text.'],
    [
      'links to https, to an anchor and to a neighbor',
      '[a](https://a.example/) [b](#cause) [c](../other-fault/#cause)',
    ],
    ['a picture beside it', '![The stack](./stack.png)'],
    ['a fence in a list', '- one\n\n  ```console\n  $ ls\n  ```\n'],
  ])('%s', (_name, text) => {
    expect(inspect(text)).toEqual({ refusals: [], hasComponents: false });
  });

  test('a note, which makes it MDX', () => {
    const text = '<Note title="On Windows">\n\nThe `t` matters.\n\n</Note>\n';
    expect(inspect(text)).toEqual({ refusals: [], hasComponents: true });
  });
});

describe('what is refused, with the line and what to write instead', () => {
  test.each([
    [
      'import fs from "node:fs"',
      'the statement "import fs from \\"node:fs\\""',
      'no import or export; a sentence that begins with one puts the word between backticks',
    ],
    [
      'export const x = 1',
      'the statement "export const x = 1"',
      'no import or export; a sentence that begins with one puts the word between backticks',
    ],
    [
      'Hello {process.env.HOME}',
      'the expression "{process.env.HOME}"',
      'no expressions; put braces between backticks or write \\{',
    ],
    [
      '{1 + 1}',
      'the expression "{1 + 1}"',
      'no expressions; put braces between backticks or write \\{',
    ],
    ['<script>alert(1)</script>', 'the element "<script>"', 'Markdown, and the components Note'],
    ['a <b>bold</b> word', 'the element "<b>"', 'Markdown, and the components Note'],
    ['<>x</>', 'the element "<>"', 'Markdown, and the components Note'],
    ['<constructor/>', 'the element "<constructor>"', 'Markdown, and the components Note'],
    [
      '<Note {...props}>x</Note>',
      'an expression in <Note>',
      'attributes as plain text: title="..."',
    ],
    [
      '<Note title={evil()}>x</Note>',
      'an expression in <Note>',
      'attributes as plain text: title="..."',
    ],
    ['<Note onclick="evil()">x</Note>', 'the attribute "onclick" of <Note>', 'title'],
    ['<Note set:html="<img>">x</Note>', 'the attribute "set:html" of <Note>', 'title'],
    [
      '[x](javascript:alert(1))',
      'the address "javascript:alert(1)"',
      'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
    ],
    [
      '[x](JaVaScRiPt:alert(1))',
      'the address "JaVaScRiPt:alert(1)"',
      'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
    ],
    [
      '[x](http://a.example/)',
      'the address "http://a.example/"',
      'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
    ],
    [
      '[x](//a.example/)',
      'the address "//a.example/"',
      'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
    ],
    [
      '[x][y]\n\n[y]: data:text/html,x',
      'the address "data:text/html,x"',
      'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
    ],
    [
      '![x](https://a.example/x.png)',
      'the picture "https://a.example/x.png"',
      'a .png, .jpg, .webp or .svg file beside the article, such as ./stack.png',
    ],
    [
      '![x](../../../etc/passwd)',
      'the picture "../../../etc/passwd"',
      'a .png, .jpg, .webp or .svg file beside the article, such as ./stack.png',
    ],
    ['# A title', 'a heading of level 1', 'level 2 and below; the title is a fact'],
    ['Text\n\n    code', 'code by indentation', 'code between ``` and ```'],
    [
      '```meson\nproject()\n```',
      'code in the language "meson"',
      'a language that Shiki knows, such as python, c, cmake; console, message, text',
    ],
  ])('%s', (text, found, allowed) => {
    expect(inspect(`First.\n\n${text}\n`).refusals[0]).toMatchObject({ found, allowed });
  });

  test('HTML that only Markdown sees, hidden from MDX behind a fence in a list', () => {
    const text = '- foo\n\n      ```\n\n  <script>alert(1)</script>\n\n      ```\n';
    const { refusals } = inspect(text);
    expect(refusals.map(({ line, found }) => ({ line, found }))).toContainEqual({
      line: 5,
      found: 'HTML "<script>alert(1)</script>"',
    });
  });

  test('MDX that does not parse, with the parser’s line', () => {
    expect(inspect('One.\n\nTwo {').refusals).toMatchObject([
      { line: 3, allowed: 'text; put code, < and { between backticks' },
    ]);
  });

  test('each mistake on its own line', () => {
    const lines = inspect('{a}\n\nfine\n\n<b>x</b>\n').refusals.map(({ line }) => line);
    expect(lines).toEqual([1, 5]);
  });

  test('a text of more than 100,000 characters, unread', () => {
    expect(inspect('x'.repeat(100_001)).refusals).toEqual([
      { line: 1, found: '100001 characters', allowed: 'at most 100000' },
    ]);
  });
});

test('never throws, whatever stands in the text', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '{',
    '}',
    '`',
    '```',
    '\n',
    '    ',
    '[x](',
    ')',
    '<Note',
    '/>',
    '\0',
    '\u2028',
    '#',
    '- ',
    'import x',
    '<!--',
    '-->',
    '&lt;',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
      expect(Array.isArray(inspect(parts.join('')).refusals)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
