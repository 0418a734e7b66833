import { articlePath } from '../domain/addresses/addresses.ts';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { faultState } from '../i18n/fault-state.ts';
import { wordsOf } from '../i18n/words.ts';
import type { ListedDocument } from '../search/ranking/listed-library.ts';
import { library } from '../site/library.ts';
import { href } from '../site/links.ts';
import { oncePerLibrary } from '../site/once-per-library.ts';
import { searchFilesOf } from './search-files.ts';
import { knowledgeIn } from './site-knowledge.ts';

/** Returns the JSON of the search's files in all languages by path. */
export const searchFiles = oncePerLibrary(async () => {
  const files = locales.map(async (locale) => [
    ...searchFilesOf(locale, await listedDocuments(locale)),
  ]);
  return new Map((await Promise.all(files)).flat());
});

/** Returns what the search page ranks and lists in one language, newest article first. */
async function listedDocuments(locale: Locale): Promise<ListedDocument[]> {
  const [{ documents = [] }, { articles }] = await Promise.all([knowledgeIn(locale), library()]);
  const words = wordsOf(locale);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return articles.flatMap(({ slug, facts, facets, project }) => {
    const document = byId.get(facts.id);
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
