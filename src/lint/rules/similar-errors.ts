import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import type { LibraryArticle } from '../../content/read/read-library.ts';
import { listEdit } from '../front-matter-lists.ts';
import { advice, type Remark } from '../remark.ts';

/**
 * Reports articles about similar errors that do not list each other in `related`: a reader who opens the wrong one must
 * find the right one. A link in the text counts as listing the other article.
 */
export function lookAlikeRemarks(
  articles: readonly LibraryArticle[],
  sources: ReadonlyMap<string, string>,
): Remark[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return articles.flatMap((article) => {
    const missing = new Map<string, string>();
    for (const other of articles) {
      if (other.facts.related.includes(article.slug)) missing.set(other.slug, 'lists this article');
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
        // The first edit adds all of them.
        ...(at === 0 && edit ? { edit } : {}),
      }),
    );
  });
}
