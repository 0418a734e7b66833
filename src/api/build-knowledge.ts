import { buildIndex } from '../diagnosis/index/build-index.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { indexEntry } from '../content/to-index-entry.ts';
import type { LibraryArticle } from '../content/read/library-model.ts';
import { createKnowledge, type FaultCard, type Knowledge } from './published-knowledge.ts';

/** What the articles of a library say, in one language; in English where one is not translated. */
export function buildKnowledge(articles: readonly LibraryArticle[], language: Locale): Knowledge {
  return createKnowledge({
    language,
    index: buildIndex(articles.map((article) => indexEntry(article, language))),
    cards: Object.fromEntries(
      articles.map((article) => [article.facts.id, card(article, language)]),
    ),
  });
}

function card({ facts, translations }: LibraryArticle, language: Locale): FaultCard {
  const { title, summary } = translations[language]?.words ?? facts;
  return { title, summary, affected: facts.affected };
}
