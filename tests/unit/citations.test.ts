import { markdownToMdast } from 'satteri';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownBadge, markdownLink, markdownText, rstLink } from '../../src/domain/citations.ts';

const url = 'https://faults.example/KF-0001/';

describe('an article as a link', () => {
  test.each([
    ['Walrus assignment crashes', `[Walrus assignment crashes](${url})`],
    ['@njit calls #1', `[&#64;njit calls &#35;1](${url})`],
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

  test('no text becomes markup, a mention or an element', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z @#*_`<>[\]|~\\!]{1,40}$/), (title) => {
        const root = markdownToMdast(`x ${markdownText(title)} x`) as {
          children: { children: { type: string }[] }[];
        };
        expect(root.children[0]?.children.map(({ type }) => type)).toEqual(['text']);
        expect(markdownText(title)).not.toMatch(/[@#](?!\d+;)/);
      }),
    );
  });
});
