import { describe, test } from 'vitest';
import { validateArticle } from '../../src/content/validate/validate-article.ts';
import { expectLinearTime } from './linear-time.ts';

/** Breaks a text into paragraphs short enough for the validator's limits. */
const wrapped = (text: string) => text.replace(/.{1,1900}/gs, '$&\n\n');

/** Texts that a backtracking parser reads again and again. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  quotes: (length) => wrapped('>'.repeat(length)),
  'lists on a line': (length) => wrapped('- '.repeat(length / 2)),
  'open brackets': (length) => wrapped('['.repeat(length)),
  'open images': (length) => wrapped('!['.repeat(length / 2)),
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

describe('validateArticle takes linear time on', () => {
  test.each(Object.entries(texts))('%s', (_name, text) => {
    expectLinearTime({ text, read: validateArticle, short: 9_000, long: 36_000, tolerance: 2.5 });
  });
});
