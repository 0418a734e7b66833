import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG_ZH = 'content/articles/demo-hang/zh.mdx';

const problemsOf = async (root: string) => (await readLibrary(root)).problems.map(formatProblem);

describe('reports each unfinished part of a draft with its line', () => {
  test.each([
    [
      CRASH,
      'symptom: crash',
      'symptom: crash # read: line 3 # check',
      ':7 symptom: found "crash", marked # check; allowed: the value confirmed upstream, without the mark',
    ],
    [
      CRASH,
      'builds: [gil]',
      'builds: [gil] #check: which others?',
      ':10 builds: found "[gil]", marked # check; allowed: the value confirmed upstream, without the mark (which others?)',
    ],
    [
      CRASH,
      '(line <n>)"',
      '(line <n>)" # check',
      ':15 signatures: found "\\"Fatal Python error: demo is broken (line <n>)\\"", marked # check; allowed: the value confirmed upstream, without the mark',
    ],
    [
      CRASH,
      'Import dies with',
      'TODO-DRAFT Import dies with',
      ':4 summary: found text that is not written yet (TODO-DRAFT); allowed: the finished fact',
    ],
    [
      CRASH,
      'Upgrade.',
      'TODO-DRAFT: upgrade.',
      ':34 text: found text that is not written yet (TODO-DRAFT); allowed: upgrade.',
    ],
    [
      HANG_ZH,
      '## ',
      'TODO-DRAFT\n\n## ',
      ':8 text: found text that is not written yet (TODO-DRAFT); allowed: the finished text',
    ],
  ] as const)('%s: %s -> %s', async (file, from, to, expected) => {
    expect(await problemsOf(libraryWith({ file, from, to }))).toEqual([file + expected]);
  });
});

test('reports all notes as one problem', async () => {
  const root = libraryWith(
    { file: CRASH, from: 'symptom: crash', to: '#> TODO-DRAFT # check\n#> b\nsymptom: crash' },
    { file: CRASH, from: 'Upgrade.', to: '```bash\n#> no note\n```' },
  );
  expect(await problemsOf(root)).toEqual([
    `${CRASH}:7 front matter: found 2 lines of notes beginning with #>; allowed: no notes; delete them once the text is written`,
  ]);
});

test('ignores read comments, and # in text and strings', async () => {
  const root = libraryWith(
    { file: CRASH, from: 'symptom: crash', to: 'symptom: crash # read: line 3' },
    { file: CRASH, from: 'demo is broken', to: 'demo # check is broken' },
    { file: CRASH, from: 'Upgrade.', to: 'Upgrade. # check' },
  );
  expect(await problemsOf(root)).toEqual([]);
});

test('keeps an unfinished article in the library', async () => {
  const edit = { file: CRASH, from: 'Upgrade.', to: 'TODO-DRAFT: upgrade.' };
  const { articles } = await readLibrary(libraryWith(edit));
  expect(articles.map(({ slug }) => slug)).toContain('demo-crash');
});

test('ignores SOURCE.md', async () => {
  const root = libraryWith();
  const folder = path.join(root, 'content/articles/demo-hang');
  writeFileSync(path.join(folder, 'SOURCE.md'), '# Source\n\n<script>{x}</script> TODO-DRAFT');
  mkdirSync(path.join(root, 'content/articles/only-source'));
  writeFileSync(path.join(root, 'content/articles/only-source/SOURCE.md'), '');
  expect(await problemsOf(root)).toEqual([
    'content/articles/only-source/en.mdx file: found nothing; allowed: the English article with the facts',
  ]);
});
