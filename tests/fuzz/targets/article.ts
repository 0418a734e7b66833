import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { validateArticle } from '../../../src/content/validate/validate-article.ts';
import { formatProblem } from '../../../src/domain/facts/problems.ts';
import { hiddenCharacter } from '../../../src/domain/text/characters.ts';
import { CORPUS, corpusFiles } from '../../support/article-corpus.ts';
import { forbiddenElementsOf } from '../../support/rendered.ts';
import { anyText, edited, joined, special } from '../hostile-text.ts';
import { assertLine, type Target } from '../target.ts';

const textsOf = (part: 'attacks' | 'harmless') =>
  corpusFiles(part)
    .filter((file) => file.startsWith('text/'))
    .map((file) => readFileSync(path.join(CORPUS, part, file), 'utf8'))
    .filter((text) => text.length < 1_500);

/** Syntax of Markdown, MDX, HTML and addresses. */
const syntax = fc.constantFrom(
  ...'<>{}`[]()!*_~#|:&;"\'\\/=-+$^@%.,\n\t 1aN中😀\0\r',
  ...['\n\n', '\n    ', '\n\t', '\n- ', '\n> ', '\n1. ', '```', '~~~', '```python\n', '---\n'],
  ...['\n## Cause\n', '| a | b |\n| - | - |\n| 1 | ', '<Note>', '</Note>', '<Note title="', '" />'],
  ...['{/*', '*/}', '<!--', '-->', '<![CDATA[', ']]>', '<script>', '</script>', '<style>'],
  ...['<img src=x onerror=alert(1)>', '<svg onload=', 'set:html=', '[x](', '![x](', './stack.png'],
  ...['](https://a.example/', '[x]: ', '[x]', 'javascript:', 'data:', '&lt;', '&#60;', '&colon;'],
  ...['&Tab;', '&#x202e;', '&#0;', 'import x from "y"\n', 'export const z = 1\n'],
  ...['https://a.example/', 'www.a.example', 'a@b.example'],
);

const token = fc.oneof({ weight: 6, arbitrary: syntax }, special);

const line = joined(fc.oneof({ weight: 4, arbitrary: token }, anyText(10)), 12);

/** Up to three texts, mostly harmless, joined and indented. */
const indented = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...textsOf('harmless')) },
        { weight: 1, arbitrary: fc.constantFrom(...textsOf('attacks')) },
        { weight: 3, arbitrary: line },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('\n\n', '\n', '', ' '),
    fc.constantFrom('', '', '', '  ', '    ', '> ', '- ', '\t'),
  )
  .map(([pieces, glue, indent]) => pieces.join(glue).replace(/^/gm, indent));

/** The text of an article. What the validator accepts as MDX or Markdown is rendered and must stay harmless. */
export const article: Target<string> = {
  name: 'article',
  inputs: edited(indented, token),
  runs: 500,
  async check(text) {
    const count = text.split('\n').length;
    const { violations } = validateArticle(text);
    for (const { line, found, expected } of violations) {
      assertLine(line, count);
      assert.notEqual(found, '');
      assert.notEqual(expected, '');
      const shown = formatProblem({ file: 'en.mdx', line, field: 'text', found, expected });
      assert.ok(shown.length < 1_000, `a message of ${shown.length} characters`);
      assert.equal(hiddenCharacter(shown), undefined);
    }
    if (violations.length === 0) assert.deepEqual(await forbiddenElementsOf(text), []);
  },
};
