import { expect, test } from 'vitest';
import { indexEntry } from '../../../../src/content/to-index-entry.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { locales } from '../../../../src/domain/vocabulary.ts';
import { halfOf, readQuestions } from '../../../bench/evaluate/questions.ts';
import { measure, siteRanker } from '../../../bench/evaluate/search.ts';
import { root } from '../../../support/root.ts';

const { articles } = await readLibrary(root);

// Measured with 177 articles: 91.5 % and 97.3 % in English, 92.0 % and 99.0 % in Chinese.
test.each(locales)('questions in %s find their article', (locale) => {
  const questions = readQuestions().filter(
    ({ slug, lang }) => slug !== '' && lang === locale && halfOf(slug) === 'development',
  );
  const rank = siteRanker(articles.map((article) => indexEntry(article, locale)));
  const { first, inThree } = measure(questions, rank);
  expect(first).toBeGreaterThanOrEqual(0.91);
  expect(inThree).toBeGreaterThanOrEqual(0.965);
});

test('every article has a question in each language', () => {
  const asked = readQuestions();
  for (const locale of locales) {
    const slugs = new Set(asked.filter(({ lang }) => lang === locale).map(({ slug }) => slug));
    expect(articles.filter(({ slug }) => !slugs.has(slug)).map(({ slug }) => slug)).toEqual([]);
  }
});
