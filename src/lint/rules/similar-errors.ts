import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import type { LibraryArticle } from '../../content/read/read-library.ts';
import { listEdit } from '../front-matter-lists.ts';
import { advice, type Remark } from '../remark.ts';

/**
 * Look-alikes point at each other: who stands before the wrong article of two must be led to the right one, whichever
 * it is. A link in the text counts as naming a look-alike too.
 */
export function lookAlikeRemarks(
  articles: readonly LibraryArticle[],
  sources: ReadonlyMap<string, string>,
): Remark[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return articles.flatMap((article) => {
    const missing = new Map<string, string>();
    for (const other of articles) {
      if (other.facts.related.includes(article.slug)) missing.set(other.slug, 'names this article');
    }
    for (const { to } of article.text.links) {
      const slug = ARTICLE_LINK.exec(to)?.[1] ?? '';
      if (bySlug.has(slug) && slug !== article.slug) missing.set(slug, 'is linked in the text');
    }
    const { file, lineOf } = article.text;
    const absent = [...missing].filter(([slug]) => !article.facts.related.includes(slug));
    const edit = listEdit(sources.get(file) ?? '', 'related', [
      ...article.facts.related,
      ...absent.map(([slug]) => slug),
    ]);
    return absent.map(([slug, reason], at) =>
      advice({
        file,
        line: lineOf(['related']),
        rule: 'look-alikes',
        found: `${slug} not in related, though it ${reason}`,
        wanted: `related: [..., ${slug}]`,
        others: [slug],
        // One edit adds them all.
        ...(at === 0 && edit ? { edit } : {}),
      }),
    );
  });
}
