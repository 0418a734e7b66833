import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildIndex } from '../../src/diagnose/build-index.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { DiagnosisIndex } from '../../src/diagnose/diagnosis-index.ts';
import { indexEntry } from '../../src/markdown/index-entry.ts';
import { readLibrary } from '../../src/markdown/read-library.ts';

const root = path.resolve(import.meta.dirname, '../..');

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

test('every paste made for an article of the library finds it first', async () => {
  const { articles } = await readLibrary(root);
  const slugs = new Set(articles.map(({ slug }) => slug));
  const own = pastes('known.jsonl')
    .map(({ brief = '', paste }) => ({ slug: brief.replace('--', '-'), paste }))
    .filter(({ slug }) => slugs.has(slug));
  expect(own.length).toBeGreaterThan(0);
  const missed = own.filter(({ slug, paste }) => diagnose(index, paste).findings[0]?.slug !== slug);
  expect(missed).toEqual([]);
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
