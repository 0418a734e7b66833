import { buildIndex } from '../diagnose/build-index.ts';
import { defaultLocale } from '../domain/vocabulary.ts';
import { indexEntry } from '../markdown/index-entry.ts';
import { readLibrary } from '../markdown/read-library.ts';
import type { Knowledge } from './diagnose.ts';

/**
 * What the command knows, made from the articles of this clone.
 *
 * @param root folder of the clone
 * @param site where the articles can be read
 */
export async function knowledgeOf(root: string, site: string): Promise<Knowledge> {
  const { articles } = await readLibrary(root);
  return {
    index: buildIndex(articles.map((article) => indexEntry(article, defaultLocale))),
    cards: Object.fromEntries(
      articles.map(({ facts: { id, title, summary } }) => [id, { title, summary }]),
    ),
    site,
  };
}
