import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';

const table = `package: { ecosystem: PyPI, name: demo }
with: numpy
source: https://demo.example/versions
checked: 2026-01-02
rows:
  - { introduced: "1.0.0", fixed: "1.1.0", works: "<2.0" }
  - { introduced: "1.1.0", works: "<2.2" }
`;

/** Copies the fixture library, with the demo crash as an incompatibility that names a table. */
function libraryOfPair(name: string, files: Record<string, string>): string {
  const root = libraryWith(
    { file: CRASH, from: 'cause: defect', to: 'cause: incompatibility' },
    {
      file: CRASH,
      from: 'affected:\n  - { ecosystem: PyPI, package: demo, introduced: "1.0.0", fixed: "1.2.0" }\n',
      to: `compatibility: [{ table: ${name}, side: newer }]\n`,
    },
  );
  const folder = path.join(root, 'content/compatibility');
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return root;
}

const problemsOf = async (root: string) => (await readLibrary(root)).problems.map(formatProblem);

test('the rows of a table become ranges of the article that names it', async () => {
  const root = libraryOfPair('demo-numpy', { 'demo-numpy.yaml': table });
  const { articles, compatibility, problems } = await readLibrary(root);
  expect(problems).toEqual([]);
  expect([...compatibility.keys()]).toEqual(['demo-numpy']);
  const range = { ecosystem: 'PyPI', package: 'demo' };
  expect(articles[0]?.facts.affected).toEqual([
    {
      ...range,
      introduced: '1.0.0',
      fixed: '1.1.0',
      with: [{ package: 'numpy', versions: '>=2.0' }],
    },
    { ...range, introduced: '1.1.0', with: [{ package: 'numpy', versions: '>=2.2' }] },
  ]);
});

describe('reports with file and line', () => {
  test('a table that does not exist', async () => {
    expect(await problemsOf(libraryOfPair('demo-numby', { 'demo-numpy.yaml': table }))).toEqual([
      `${CRASH}:12 compatibility[0].table: found "demo-numby"; allowed: demo-numpy`,
    ]);
  });

  test('a mistake in a table, without reporting the article that names it', async () => {
    const root = libraryOfPair('demo-numpy', {
      'demo-numpy.yaml': table.replace('works: "<2.2"', 'works: "2.2"'),
    });
    expect(await problemsOf(root)).toEqual([
      'content/compatibility/demo-numpy.yaml:7 rows[1].works: found "2.2"; allowed: bounds such as ">=2.2", "<2.0" or ">=1.26,<2.2"',
    ]);
  });

  test('another file', async () => {
    const files = { 'demo-numpy.yaml': table, 'notes.txt': '' };
    expect(await problemsOf(libraryOfPair('demo-numpy', files))).toEqual([
      'content/compatibility/notes.txt file name: found "notes.txt"; allowed: <id>.yaml',
    ]);
  });
});
