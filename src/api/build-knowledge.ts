import type { LibraryArticle } from '../content/read/library-model.ts';
import { indexEntry } from '../content/to-index-entry.ts';
import { buildIndex } from '../diagnosis/index/build-index.ts';
import { buildSearchDocuments } from '../search/ranking/build-documents.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { createKnowledge, type FaultCard, type Knowledge } from './published-knowledge.ts';

/** Builds the knowledge of one language; articles that are not translated are in English. */
export function buildKnowledge(articles: readonly LibraryArticle[], language: Locale): Knowledge {
  const entries = articles.map((article) => indexEntry(article, language));
  return createKnowledge({
    language,
    index: buildIndex(entries),
    documents: buildSearchDocuments(entries),
    cards: Object.fromEntries(
      articles.map((article) => [article.facts.id, faultCard(article, language)]),
    ),
  });
}

function faultCard({ facts, translations }: LibraryArticle, language: Locale): FaultCard {
  const { title, summary } = translations[language]?.words ?? facts;
  return { title, summary, affected: facts.affected };
}
