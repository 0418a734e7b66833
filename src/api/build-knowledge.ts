import type { Library, LibraryArticle } from '../content/read/library-model.ts';
import { indexEntry } from '../content/to-index-entry.ts';
import { messageAddresses, type MessageAddresses } from '../domain/addresses/addresses.ts';
import { buildIndex } from '../diagnosis/index/build-index.ts';
import { buildSearchDocuments } from '../search/ranking/build-documents.ts';
import { translatedLookup } from '../domain/lookup/translated-lookup.ts';
import { rowsByTable } from '../domain/lookup/rows-by-table.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { createKnowledge, type FaultCard, type Knowledge } from './published-knowledge.ts';

/** Builds the knowledge of one language; articles that are not translated are in English. */
export function buildKnowledge(
  {
    articles,
    messageAddresses: published,
    tables,
  }: Pick<Library, 'articles' | 'messageAddresses' | 'tables'>,
  language: Locale,
): Knowledge {
  const entries = articles.map((article) => indexEntry(article, language));
  return createKnowledge({
    language,
    index: buildIndex(entries),
    documents: buildSearchDocuments(entries),
    formerMessages: formerMessages(articles, published),
    tables: rowsByTable(tables),
    cards: faultCards(articles, language),
  });
}

/** Returns the cards of articles by id. */
export const faultCards = (articles: readonly LibraryArticle[], language: Locale) =>
  Object.fromEntries(articles.map((article) => [article.facts.id, faultCard(article, language)]));

function formerMessages(
  articles: readonly LibraryArticle[],
  published: MessageAddresses,
): string[] {
  const withMessages = articles.map(({ slug, facts }) => ({ slug, ...facts }));
  const current = messageAddresses(withMessages);
  return [...messageAddresses(withMessages, published).keys()].filter((path) => !current.has(path));
}

function faultCard({ facts, translations }: LibraryArticle, language: Locale): FaultCard {
  const words = translations[language]?.words;
  const { title, summary, fix } = words ?? facts;
  const { cause, affected, python, platforms, builds } = facts;
  const lookup = translatedLookup(facts.lookup, words?.lookup);
  return {
    title,
    summary,
    fix: { ...facts.fix, text: fix.text },
    cause,
    affected,
    python,
    platforms,
    builds,
    ...(lookup && { lookup }),
  };
}
