import MiniSearch from 'minisearch';
import { indexEntry } from '../../../src/content/to-index-entry.ts';
import type { LibraryArticle } from '../../../src/content/read/library-model.ts';
import { locales, type Locale } from '../../../src/domain/vocabulary.ts';
import { buildSearchDocuments } from '../../../src/search/ranking/build-documents.ts';
import { createSearchIndex, search } from '../../../src/search/ranking/search-index.ts';
import type { IndexEntry } from '../../../src/diagnosis/index/index-entry.ts';
import { halfOf, halves, readQuestions, type Question } from './questions.ts';

/** Returns slugs, best first. */
type Ranker = (question: string) => string[];

/** How well a ranker answers questions. */
export interface Quality {
  questions: number;
  /** Shares of the questions whose article is first, and among the first three. */
  first: number;
  inThree: number;
  /** Mean reciprocal rank. */
  mrr: number;
}

/** Prints the tables of the search. */
export function evaluateSearch(articles: readonly LibraryArticle[], showMisses: boolean): void {
  const questions = readQuestions();
  console.log('## Search: questions in words\n');
  console.log('| half | language | kind | engine | questions | first | in three | MRR |');
  console.log('|---|---|---|---|---:|---:|---:|---:|');
  for (const locale of locales) {
    const rankers = rankersOf(articles, locale);
    for (const half of halves) {
      const answered = questions.filter(
        ({ slug, lang }) => slug !== '' && lang === locale && halfOf(slug) === half,
      );
      for (const kind of ['all', ...new Set(answered.map((question) => question.kind))]) {
        const chosen = answered.filter((question) => kind === 'all' || question.kind === kind);
        for (const [name, rank] of Object.entries(rankers)) {
          console.log(
            `| ${[half, locale, kind, name, ...cells(measure(chosen, rank))].join(' | ')} |`,
          );
        }
      }
      if (showMisses && half === 'development') printMisses(answered, rankers.search);
    }
  }
  console.log('\n| questions without an article | language | results, mean |\n|---:|---|---:|');
  for (const locale of locales) {
    const { search: rank } = rankersOf(articles, locale);
    const unanswered = questions.filter(({ slug, lang }) => slug === '' && lang === locale);
    const results = unanswered.reduce((sum, { text }) => sum + rank(text).length, 0);
    console.log(
      `| ${unanswered.length} | ${locale} | ${(results / unanswered.length).toFixed(1)} |`,
    );
  }
}

/** Returns the ranker of the site and the command line in one language. */
export function siteRanker(entries: readonly IndexEntry[]): Ranker {
  const index = createSearchIndex(buildSearchDocuments(entries));
  const slugs = new Map(entries.map(({ id, slug }) => [id, slug]));
  return (text) => search(index, text).map(({ id }) => slugs.get(id) ?? '');
}

/** Measures a ranker; `questions` is not empty. */
export function measure(questions: readonly Question[], rank: Ranker): Quality {
  const places = questions.map(({ slug, text }) => rank(text).indexOf(slug) + 1);
  const shareOf = (holds: (place: number) => boolean) =>
    places.filter(holds).length / places.length;
  return {
    questions: places.length,
    first: shareOf((place) => place === 1),
    inThree: shareOf((place) => place >= 1 && place <= 3),
    mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length,
  };
}

function rankersOf(articles: readonly LibraryArticle[], locale: Locale) {
  const entries = articles.map((article) => indexEntry(article, locale));
  return { search: siteRanker(entries), 'MiniSearch defaults': defaultRanker(entries) };
}

/** MiniSearch with default settings on the same texts. */
function defaultRanker(entries: readonly IndexEntry[]): Ranker {
  const engine = new MiniSearch<IndexEntry>({
    idField: 'slug',
    fields: ['title', 'summary', 'slug', 'signatures', 'text'],
    extractField: (entry, field) => String(entry[field as keyof IndexEntry] ?? ''),
  });
  engine.addAll(entries);
  return (text) => engine.search(text).map(({ id }) => String(id));
}

function cells({ questions, first, inThree, mrr }: Quality): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [String(questions), percent(first), percent(inThree), mrr.toFixed(3)];
}

function printMisses(questions: readonly Question[], rank: Ranker): void {
  for (const { slug, text } of questions) {
    const found = rank(text);
    const place = found.indexOf(slug) + 1;
    if (place !== 1)
      console.error(
        `${place === 0 ? 'not found' : `place ${place}`}: ${slug}\n  ${text}\n  first: ${found[0] ?? 'nothing'}`,
      );
  }
}
