import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { DiagnosisIndex } from '../../../src/diagnosis/index/diagnosis-index.ts';
import { indexEntry } from '../../../src/content/to-index-entry.ts';
import { readLibrary } from '../../../src/content/read/read-library.ts';

const root = path.resolve(import.meta.dirname, '../../..');

interface Paste {
  brief?: string;
  /** `words` for what a person typed, which is searched, not diagnosed. */
  kind?: 'words';
  paste: string;
}

const pastes = (name: string): Paste[] =>
  readFileSync(path.join(root, 'tests/fixtures/pastes', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

let index: DiagnosisIndex;

beforeAll(async () => {
  const { articles } = await readLibrary(root);
  index = buildIndex(articles.map((article) => indexEntry(article, 'en')));
});

/** Output of programs with the article that explains it; two notes merged into one article are its slug and an alias. */
async function knownOutput(): Promise<{ slug: string; paste: string }[]> {
  const { articles } = await readLibrary(root);
  const slugOf = new Map(
    articles.flatMap(({ slug, facts }) =>
      [slug, ...facts.aliases].map((name) => [name, slug] as const),
    ),
  );
  return pastes('known.jsonl').flatMap(({ brief = '', kind, paste }) => {
    const slug = slugOf.get(brief.replace('--', '-'));
    return slug === undefined || kind === 'words' ? [] : [{ slug, paste }];
  });
}

test('of the outputs made for the library 85 in 100 find their article first, and none another one', async () => {
  const known = await knownOutput();
  expect(known.length).toBeGreaterThan(65);
  const firsts = known.map(({ slug, paste }) => ({
    slug,
    found: diagnose(index, paste).findings[0]?.slug,
  }));
  const right = firsts.filter(({ slug, found }) => found === slug);
  expect(right.length / known.length).toBeGreaterThanOrEqual(0.85);
  expect(firsts.filter(({ slug, found }) => found !== undefined && found !== slug)).toEqual([]);
});

test('unrelated errors are unknown', () => {
  const unrelated = pastes('unrelated.jsonl');
  expect(unrelated.length).toBeGreaterThan(100);
  const answered = unrelated.flatMap(({ paste }) => diagnose(index, paste).findings.slice(0, 1));
  expect(answered).toEqual([]);
});
