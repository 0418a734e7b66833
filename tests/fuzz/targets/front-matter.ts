import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { validateData } from '../../../src/content/read/validate-data.ts';
import { FrontMatterError, readFrontMatter } from '../../../src/content/read/front-matter.ts';
import { factsSchema } from '../../../src/domain/facts/facts.ts';
import { formatProblem, type Problem } from '../../../src/domain/facts/problems.ts';
import { hiddenCharacter } from '../../../src/domain/text/characters.ts';
import { CORPUS } from '../../support/article-corpus.ts';
import { FIXTURE_LIBRARY } from '../../support/root.ts';
import { anyText, edited, joined, pieceOf, special } from '../hostile-text.ts';
import { assertLine, type Target } from '../target.ts';

const filesIn = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder })
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));

const valid = [
  ...filesIn(FIXTURE_LIBRARY, 'content/articles/*/en.mdx'),
  ...filesIn(CORPUS, 'harmless/facts/*.mdx'),
];
const attacks = filesIn(CORPUS, 'attacks/facts/*.mdx').filter(({ length }) => length < 5_000);

const syntax = fc.constantFrom(
  ...':-?,[]{}#&*!|>\'"%@`~ \n\t',
  ...['---', '\n---\n', '...\n', '+++', '\n+++\n', '--- #', '- ', '? ', ': ', ' #', '\n  ', '\n\t'],
  ...[
    '|-\n',
    '>+\n',
    '|2\n',
    '&a ',
    '*a',
    '<<: ',
    '!!str ',
    '!!binary ',
    '!<tag:x> ',
    '%YAML 1.1\n',
  ],
  ...[
    'yes',
    'no',
    'null',
    '~',
    '.nan',
    '.inf',
    '0o17',
    '0x1F',
    '1_000',
    '1e400',
    '12:30:45',
    '3.10',
  ],
  ...['2026-01-01', '0000-00-00', '\\u0000', '"\\x41"', "''", '""', '\\', '[[', '{{', '}}'],
  ...['id: KF-0001\n', 'id: KF-0002\n', 'affected:\n', 'signatures: [\n', 'title: x\n'],
);

const token = fc.oneof({ weight: 4, arbitrary: syntax }, special);

const fenced = (yaml: fc.Arbitrary<string>) => yaml.map((text) => `---\n${text}\n---\n## One\n`);

/** The front matter of an article. Accepted facts mean the same to Astro, which reads the file with another parser. */
export const frontMatter: Target<string> = {
  name: 'front-matter',
  inputs: fc.oneof(
    { weight: 6, arbitrary: edited(fc.constantFrom(...valid), token) },
    { weight: 2, arbitrary: edited(fc.constantFrom(...attacks), token) },
    {
      weight: 2,
      arbitrary: fenced(joined(fc.oneof(token, pieceOf(valid, 60), anyText(8)), 20)),
    },
    { weight: 1, arbitrary: fenced(anyText()) },
  ),
  runs: 500,
  check(source) {
    const lineCount = source.split('\n').length;
    try {
      const { data, body, bodyLine, lineOf } = readFrontMatter(source);
      const problems: Problem[] = [];
      validateData(
        factsSchema,
        data,
        { file: 'en.mdx', lineOf },
        { root: '', today: '2026-11-30', problems },
      );
      for (const problem of problems) {
        assertLine(problem.line ?? 1, bodyLine);
        assert.equal(hiddenCharacter(formatProblem(problem)), undefined);
      }
      if (problems.length === 0) assertSameForBuild(source, data, body);
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      assertLine(error.line, lineCount);
    }
  },
};

/** Asserts that Astro finds the same text below the same facts. */
function assertSameForBuild(source: string, data: unknown, body: string): void {
  const { frontmatter, content } = parseFrontmatter(source);
  assert.equal(content.trim(), body.trim());
  if (typeof data === 'object' && data !== null) assertSameTexts(data, frontmatter);
}

/**
 * Asserts equal structure and texts. Only the values of plain scalars may differ: Astro's parser makes a date of
 * 2026-01-01 and a number of 1_000, and it merges `<<`.
 */
function assertSameTexts(ours: unknown, theirs: unknown): void {
  if (typeof ours === 'string' && typeof theirs === 'string') return assert.equal(theirs, ours);
  if (typeof ours !== 'object' || ours === null || theirs instanceof Date) return;
  assert.ok(
    typeof theirs === 'object' && theirs !== null,
    `${JSON.stringify(theirs)} instead of a mapping`,
  );
  if (Object.hasOwn(ours, '<<')) return;
  assert.deepEqual(Object.keys(theirs), Object.keys(ours));
  for (const [key, value] of Object.entries(ours)) {
    assertSameTexts(value, (theirs as Record<string, unknown>)[key]);
  }
}
