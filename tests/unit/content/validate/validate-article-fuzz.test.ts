import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateArticle } from '../../../../src/content/validate/validate-article.ts';
import { CORPUS, corpusFiles } from '../../../support/article-corpus.ts';
import { elementsOf, type Rendered } from '../../../support/rendered.ts';

const textsOf = (part: 'attacks' | 'harmless') =>
  corpusFiles(part)
    .filter((file) => file.startsWith('text/'))
    .map((file) => readFileSync(path.join(CORPUS, part, file), 'utf8'))
    .filter((text) => text.length < 1_500);
const attacks = textsOf('attacks');
const harmless = textsOf('harmless');

/** Syntax of Markdown, MDX, HTML and addresses. */
const tokens = [
  ...'<>{}`[]()!*_~#|:&;"\'\\/=-+$^@%.,\n\t 1aN中😀\0\r',
  ...['\n\n', '\n    ', '\n\t', '\n- ', '\n> ', '\n1. ', '```', '~~~', '```python\n', '---\n'],
  ...['\n## Cause\n', '| a | b |\n| - | - |\n| 1 | ', '<Note>', '</Note>', '<Note title="', '" />'],
  ...['{/*', '*/}', '<!--', '-->', '<![CDATA[', ']]>', '<script>', '</script>', '<style>'],
  ...['<img src=x onerror=alert(1)>', '<svg onload=', 'set:html=', '[x](', '![x](', './stack.png'],
  ...['](https://a.example/', '[x]: ', '[x]', 'javascript:', 'data:', '&lt;', '&#60;', '&colon;'],
  ...['&Tab;', '&#x202e;', '&#0;', 'import x from "y"\n', 'export const z = 1\n'],
  ...['https://a.example/', 'www.a.example', 'a@b.example'],
];

const token = fc.constantFrom(...tokens);

const line = fc
  .array(fc.oneof({ weight: 4, arbitrary: token }, fc.string({ unit: 'binary' })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** Up to three texts, mostly harmless, joined, indented and with tokens inserted anywhere. */
const text = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...harmless) },
        { weight: 1, arbitrary: fc.constantFrom(...attacks) },
        { weight: 3, arbitrary: line },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('\n\n', '\n', '', ' '),
    fc.array(fc.tuple(fc.nat(2_000), token), { maxLength: 3 }),
    fc.constantFrom('', '', '', '  ', '    ', '> ', '- ', '\t'),
  )
  .map(([pieces, glue, insertions, indent]) => {
    let joined = pieces.join(glue);
    for (const [position, inserted] of insertions) {
      const index = position % (joined.length || 1);
      joined = joined.slice(0, index) + inserted + joined.slice(index);
    }
    return joined.replace(/^/gm, indent);
  });

test('reports violations with a line of the text and a message', () => {
  fc.assert(
    fc.property(text, (source) => {
      const count = source.split('\n').length;
      for (const { line, found, expected } of validateArticle(source).violations) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(count);
        expect(found).not.toBe('');
        expect(expected).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

/** Elements that a rendered article may have, with their attributes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'p em strong del br hr code blockquote ul ol li table thead tbody tr td th figcaption'
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href', 'title'],
  code: ['class'],
  figure: ['class'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  input: ['type', 'checked', 'disabled'],
  li: ['class'],
  note: ['title'],
  ol: ['start', 'class'],
  pre: ['tabindex', 'data-language'],
  span: ['class'],
  td: ['class'],
  th: ['class'],
  ul: ['class'],
};

function isForbidden({ name, attributes }: Rendered): boolean {
  const known = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
  if (!known) return true;
  return Object.entries(attributes).some(([attribute, value]) => {
    if (!known.includes(attribute)) return true;
    return attribute === 'href' && !/^(?:https:\/\/|#|\.\.\/[a-z0-9-]+\/)/i.test(String(value));
  });
}

test('renders valid texts as allowed elements only', async () => {
  let valid = 0;
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      if (validateArticle(source).violations.length > 0) return;
      valid++;
      const elements = await elementsOf(source);
      expect(elements.filter(isForbidden)).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(valid).toBeGreaterThan(100);
});

test.each(corpusFiles('harmless').filter((file) => file.startsWith('text/')))(
  'renders %s as allowed elements only',
  async (file) => {
    const elements = await elementsOf(readFileSync(path.join(CORPUS, 'harmless', file), 'utf8'));
    expect(elements.filter(isForbidden)).toEqual([]);
    expect(elements.length).toBeGreaterThan(0);
  },
);
