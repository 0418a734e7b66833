import { defaultLocale } from '../domain/vocabulary.ts';
import { knowledgeFrom } from '../knowledge/from-articles.ts';
import type { PublishedKnowledge } from '../knowledge/knowledge.ts';
import { readLibrary } from '../markdown/read-library.ts';

/**
 * What the command knows, made from the articles of this clone.
 *
 * @param root folder of the clone
 * @param site where the articles can be read
 */
export async function knowledgeOf(root: string, site: string): Promise<PublishedKnowledge> {
  const { articles } = await readLibrary(root);
  return { ...knowledgeFrom(articles, defaultLocale), site };
}
