import { collisions, type Collision } from '../../diagnosis/signature-collisions.ts';
import type { DiagnosisIndex } from '../../diagnosis/index/diagnosis-index.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { advice, quote, type LintMessage } from '../lint-message.ts';

/**
 * Reports signatures of an article that the diagnosis attributes to another article, or to none.
 *
 * @param index of all articles
 * @param slug of the only article to check; all if `undefined`
 */
export function checkAmbiguousSignatures(
  articles: readonly LibraryArticle[],
  index: DiagnosisIndex,
  slug?: string,
): LintMessage[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return collisions(index, slug).flatMap((collision) => {
    const article = bySlug.get(collision.slug);
    return article ? [collisionMessage(article, collision)] : [];
  });
}

function collisionMessage(
  { text }: LibraryArticle,
  { signature, printed, other }: Collision,
): LintMessage {
  return advice({
    file: text.file,
    line: text.lineOf(['signatures', signature]),
    rule: 'signatures',
    ...(other === undefined
      ? {
          found: `a signature that is not recognized: ${quote(printed)}`,
          wanted: 'a line with at least one complete word',
        }
      : {
          found: `a signature that is diagnosed as ${other}: ${quote(printed)}`,
          wanted: 'a signature that distinguishes the two',
          others: [other],
        }),
  });
}
