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

/** Pastes with the article that answers them; two notes merged into one article are its slug and an alias. */
async function ownPastes(): Promise<{ slug: string; paste: string }[]> {
  const { articles } = await readLibrary(root);
  const slugOf = new Map(
    articles.flatMap(({ slug, facts }) =>
      [slug, ...facts.aliases].map((name) => [name, slug] as const),
    ),
  );
  return pastes('known.jsonl').flatMap(({ brief = '', paste }) => {
    const slug = slugOf.get(brief.replace('--', '-'));
    return slug === undefined ? [] : [{ slug, paste }];
  });
}

test('of the pastes made for the library 95 in 100 find their article first, 96 among three', async () => {
  const own = await ownPastes();
  expect(own.length).toBeGreaterThan(80);
  const ranks = own.map(({ slug, paste }) =>
    diagnose(index, paste).findings.findIndex((finding) => finding.slug === slug),
  );
  const within = (most: number) => ranks.filter((rank) => rank >= 0 && rank < most).length;
  expect(within(1) / own.length).toBeGreaterThanOrEqual(0.95);
  expect(within(3) / own.length).toBeGreaterThanOrEqual(0.96);
});

test('"This is it" is always right', async () => {
  const wrong = (await ownPastes()).filter(({ slug, paste }) => {
    const [first] = diagnose(index, paste).findings;
    return first?.confidence === 'high' && first.slug !== slug;
  });
  expect(wrong).toEqual([]);
});

test('of unrelated errors at most 4 in 100 are answered, and none with more than a guess', () => {
  const unrelated = pastes('unrelated.jsonl');
  const answered = unrelated
    .map(({ paste }) => diagnose(index, paste).findings[0])
    .filter((finding) => finding !== undefined);
  expect(unrelated.length).toBeGreaterThan(100);
  expect(answered.length).toBeLessThanOrEqual(0.04 * unrelated.length);
  expect(answered.filter(({ confidence }) => confidence !== 'low')).toEqual([]);
});

test('Chinese words find the article in the Chinese index', async () => {
  const { articles } = await readLibrary(root);
  const chinese = buildIndex(articles.map((article) => indexEntry(article, 'zh')));
  const { findings } = diagnose(chinese, '对类型化内存视图使用海象运算符导致崩溃');
  expect(findings[0]?.id).toBe('KF-0001');
});
