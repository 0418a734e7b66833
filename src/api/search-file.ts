import { indexEntry } from '../content/to-index-entry.ts';
import { articlePath } from '../domain/addresses/addresses.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { faultState } from '../i18n/fault-state.ts';
import { wordsOf } from '../i18n/words.ts';
import { buildSearchDocuments } from '../search/ranking/build-documents.ts';
import { MAX_RANKED_ARTICLES, type ListedDocument } from '../search/ranking/search-library.ts';
import { library } from '../site/library.ts';
import { href } from '../site/links.ts';
import { sourceLibrary } from '../site/source-library.ts';

/** Returns what the search page ranks in one language, newest article first; nothing of a library that is too large. */
export async function listedDocuments(locale: Locale): Promise<ListedDocument[]> {
  const [{ articles: sources }, { articles }] = await Promise.all([sourceLibrary(), library()]);
  if (articles.length > MAX_RANKED_ARTICLES) return [];
  const words = wordsOf(locale);
  const documents = new Map(
    buildSearchDocuments(sources.map((source) => indexEntry(source, locale))).map((document) => [
      document.id,
      document,
    ]),
  );
  return articles.flatMap((article) => {
    const { slug, facts, facets, project } = article;
    const document = documents.get(facts.id);
    if (!document) return [];
    const state = faultState(facts, words);
    const labels = {
      project: project.name,
      symptom: words.symptoms[facts.symptom],
      status: state.name,
      statusValue: state.value,
    };
    return [{ ...document, url: href(articlePath(slug), locale), labels, facets }];
  });
}
