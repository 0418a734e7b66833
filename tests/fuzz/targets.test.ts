import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateArticle } from '../../src/content/validate/validate-article.ts';
import { root } from '../support/root.ts';
import { CORPUS_FOLDER, corpusOf } from './corpus.ts';
import { article } from './targets/article.ts';
import { targets } from './targets/index.ts';

describe.each(targets)('$name', (target) => {
  test.each(corpusOf(root, target.name))('holds for $file', ({ input }) => target.check(input));

  test('holds for generated inputs', async () => {
    const property = fc.asyncProperty(target.inputs, async (input) => target.check(input));
    await fc.assert(property, { numRuns: target.runs });
  });
});

test('the corpus has folders of targets only, and no candidate without a name', () => {
  const names = targets.map(({ name }) => name);
  const files = readdirSync(path.join(root, CORPUS_FOLDER), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => !names.includes(file.split(path.sep)[0] ?? ''))).toEqual([]);
  expect(files.filter((file) => path.basename(file).startsWith('candidate-'))).toEqual([]);
});

test('many of the generated articles are accepted, so that they are rendered', () => {
  const accepted = fc
    .sample(article.inputs, 500)
    .filter((text) => validateArticle(text).violations.length === 0);
  expect(accepted.length).toBeGreaterThan(100);
});
