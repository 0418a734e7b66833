import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const WANTED = 'content/wanted.yaml';

const entry = (fault: string, weight: number, number: number) =>
  `  - fault: "${fault}"
    packages: [loom]
    weight: ${weight}
    evidence:
      - https://github.com/loom/loom/issues/${number}
`;

/** Copies the fixture library, with a list of wanted faults. */
function libraryOf(...entries: string[]): string {
  const root = libraryWith();
  writeFileSync(path.join(root, WANTED), `counted: 2026-01-02\nfaults:\n${entries.join('')}`);
  return root;
}

const problemsOf = async (root: string) => (await readLibrary(root)).problems.map(formatProblem);

test('the wanted faults are part of the library', async () => {
  const root = libraryOf(entry('loom: the thread is torn', 9, 1), entry('loom: no shuttle', 9, 2));
  const { problems, wanted } = await readLibrary(root);
  expect(problems).toEqual([]);
  expect(wanted?.counted).toBe('2026-01-02');
  expect(wanted?.faults[1]).toEqual({
    fault: 'loom: no shuttle',
    packages: ['loom'],
    weight: 9,
    evidence: ['https://github.com/loom/loom/issues/2'],
  });
});

test('a library needs no list', async () => {
  const { problems, wanted } = await readLibrary(libraryWith());
  expect(problems).toEqual([]);
  expect(wanted).toBeUndefined();
});

describe('reports with file and line', () => {
  test('a fault below one that fewer people reported', async () => {
    expect(await problemsOf(libraryOf(entry('a', 3, 1), entry('b', 4, 2)))).toEqual([
      `${WANTED}:10 faults[1].weight: found 4; allowed: at most 3, as in the entry above`,
    ]);
  });

  test('a thread that an article cites', async () => {
    const root = libraryOf(entry('a', 3, 1));
    const { articles } = await readLibrary(root);
    const { id, upstream } = articles[0]?.facts ?? {};
    const cited = upstream?.[0]?.url ?? '';
    writeFileSync(
      path.join(root, WANTED),
      `counted: 2026-01-02\nfaults:\n${entry('a', 3, 1)}      - ${cited}\n`,
    );
    expect(await problemsOf(root)).toEqual([
      `${WANTED}:8 faults[0].evidence[1]: found ${cited}; allowed: no address that ${id} cites; delete the fault if that article covers it`,
    ]);
  });

  test('a fault without evidence', async () => {
    const root = libraryOf('  - { fault: a, packages: [loom], weight: 1, evidence: [] }\n');
    expect(await problemsOf(root)).toEqual([
      `${WANTED}:3 faults[0].evidence: found []; allowed: at least one`,
    ]);
  });
});
