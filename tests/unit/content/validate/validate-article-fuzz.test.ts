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

/** Pieces that mean something to one of the readers: Markdown, MDX, HTML, the browser. */
const tokens = [
  ...'<>{}`[]()!*_~#|:&;"\'\\/=-+$^@%.,\n\t 1aN中😀'.split(''),
  ...[
    '\n\n',
    '\n    ',
    '\n\t',
    '\n- ',
    '\n> ',
    '\n1. ',
    '```',
    '~~~',
    '```python\n',
    '\n## Cause\n',
  ],
  ...[
    '<Note>',
    '</Note>',
    '<Note title="',
    '" />',
    '{/*',
    '*/}',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<style>',
    '<svg onload=',
    'set:html=',
  ],
  ...[
    '[x](',
    '![x](',
    './stack.png',
    '](https://a.example/',
    '[x]: ',
    '[x]',
    'javascript:',
    'data:',
  ],
  ...[
    '&lt;',
    '&#60;',
    '&colon;',
    '&Tab;',
    '&#x202e;',
    '&#0;',
    'import x from "y"\n',
    'export const z = 1\n',
  ],
  ...[
    '| a | b |\n| - | - |\n| 1 | ',
    'https://a.example/',
    'www.a.example',
    'a@b.example',
    '---\n',
    '\0',
    '\r',
  ],
];

const line = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...tokens) }, fc.string({ unit: 'binary' })),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

/** A text of one or two harmless pieces with something awkward between, inside or around them. */
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
    fc.array(fc.tuple(fc.nat(2_000), fc.constantFrom(...tokens)), { maxLength: 3 }),
    fc.constantFrom('', '', '', '  ', '    ', '> ', '- ', '\t'),
  )
  .map(([pieces, glue, insertions, indent]) => {
    let joined = pieces.join(glue);
    for (const [at, token] of insertions) {
      const place = joined.length === 0 ? 0 : at % joined.length;
      joined = joined.slice(0, place) + token + joined.slice(place);
    }
    return joined.replace(/^/gm, indent);
  });

test('whatever stands in a text, each refusal has a line of it and words on one line', () => {
  fc.assert(
    fc.property(text, (source) => {
      const count = source.split('\n').length;
      for (const refusal of validateArticle(source).refusals) {
        expect(refusal.line).toBeGreaterThan(0);
        expect(refusal.line).toBeLessThanOrEqual(count);
        expect(refusal.found).not.toBe('');
        expect(refusal.allowed).not.toBe('');
      }
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

/** All that an article becomes, with the attributes that it may have. */
const PAGE: Readonly<Record<string, readonly string[]>> = {
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
  'astro-image': ['src', 'alt', 'title'],
  // `__astro_image_` is what Astro replaces by the attributes of the picture that it made.
  img: ['__astro_image_'],
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

function strange({ name, attributes }: Rendered): boolean {
  const known = Object.hasOwn(PAGE, name) ? PAGE[name] : undefined;
  if (!known) return true;
  return Object.entries(attributes).some(([attribute, value]) => {
    if (!known.includes(attribute)) return true;
    if (attribute === 'href') return !/^(?:https:\/\/|#|\.\.\/[a-z0-9-]+\/)/i.test(String(value));
    return false;
  });
}

test('what passes becomes text, code, tables, links and pictures, and nothing else', async () => {
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      if (validateArticle(source).refusals.length > 0) return;
      passed++;
      const elements = await elementsOf(source);
      expect(elements.filter(strange)).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
  expect(passed).toBeGreaterThan(300);
}, 240_000);

test.each(corpusFiles('harmless').filter((file) => file.startsWith('text/')))(
  'so does %s',
  async (file) => {
    const elements = await elementsOf(readFileSync(path.join(CORPUS, 'harmless', file), 'utf8'));
    expect(elements.filter(strange)).toEqual([]);
    expect(elements.length).toBeGreaterThan(0);
  },
);

/** Processor time in ms, the best of three: what else the machine does is no business of ours. */
function time(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const start = process.threadCpuUsage();
    work();
    return process.threadCpuUsage(start).user / 1_000;
  });
  return Math.min(...runs);
}

const wrapped = (text: string) => text.replace(/.{1,1900}/gs, '$&\n\n');

/** Texts that make a parser look again and again at the same place. */
const endless: Readonly<Record<string, (length: number) => string>> = {
  quotes: (length) => wrapped('>'.repeat(length)),
  'lists on a line': (length) => wrapped('- '.repeat(length / 2)),
  'open brackets': (length) => wrapped('['.repeat(length)),
  'open pictures': (length) => wrapped('!['.repeat(length / 2)),
  'open emphasis': (length) => wrapped('**a*'.repeat(length / 4)),
  underscores: (length) => wrapped('_a__'.repeat(length / 4)),
  'open notes': (length) => wrapped('<Note>'.repeat(length / 6)),
  'angle brackets': (length) => wrapped('<'.repeat(length)),
  braces: (length) => wrapped('{'.repeat(length)),
  expressions: (length) => '{a}\n'.repeat(length / 4),
  backticks: (length) => wrapped('`` ` '.repeat(length / 5)),
  entities: (length) => wrapped('&amp;'.repeat(length / 5)),
  'links by reference': (length) =>
    `[a]: https://a.example/\n\n${wrapped('[a]'.repeat(length / 3))}`,
  'rows of a table': (length) => `|a|b|\n|-|-|\n${'x\n'.repeat(length / 2)}`,
  tables: (length) => '|a|\n|-|\n\n'.repeat(length / 9),
  fences: (length) => '```\n'.repeat(length / 4),
  headings: (length) => '## a\n'.repeat(length / 5),
  statements: (length) => 'import a from "a"\n\n'.repeat(length / 19),
};

/** A text of this size takes longer than the clock can tell from nothing, with what a garbage collection may cost. */
const SLACK_MS = 150;

test.each(Object.entries(endless))(
  'no text is read in more than its time: %s',
  (_name, make) => {
    const short = make(9_000);
    const long = make(36_000);
    const linear = 4 * time(() => validateArticle(short));
    // Four times the length: quadratic work would take sixteen times as long.
    expect(time(() => validateArticle(long))).toBeLessThan(2.5 * linear + SLACK_MS);
  },
  60_000,
);
