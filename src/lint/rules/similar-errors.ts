import type { LibraryArticle } from '../../content/read/library-model.ts';
import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import { listEdit } from '../front-matter-lists.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/**
 * Reports articles about similar errors that do not list each other in `related`: a reader who opens the wrong one must
 * find the right one. A link in the text counts as listing the other article.
 *
 * @param sources of the articles by file
 */
export function checkSimilarErrors(
  articles: readonly LibraryArticle[],
  sources: ReadonlyMap<string, string>,
): LintMessage[] {
  const slugs = new Set(articles.map(({ slug }) => slug));
  const listedBy = new Map<string, string[]>();
  for (const { slug, facts } of articles) {
    for (const other of facts.related) {
      const holders = listedBy.get(other);
      if (holders) holders.push(slug);
      else listedBy.set(other, [slug]);
    }
  }
  return articles.flatMap((article) => {
    const { related } = article.facts;
    const reasons = new Map(
      listedBy.get(article.slug)?.map((slug) => [slug, 'lists this article']),
    );
    for (const { to } of article.text.links) {
      const slug = ARTICLE_LINK.exec(to)?.[1] ?? '';
      if (slugs.has(slug) && slug !== article.slug) reasons.set(slug, 'is linked in the text');
    }
    const missing = [...reasons].filter(([slug]) => !related.includes(slug));
    if (missing.length === 0) return [];
    const { file, lineOf } = article.text;
    const items = [...related, ...missing.map(([slug]) => slug)].sort();
    const edit = listEdit(sources.get(file) ?? '', 'related', items);
    return missing.map(([slug, reason], index) =>
      advice({
        file,
        line: lineOf(['related']),
        rule: 'look-alikes',
        found: `${slug} not in related, though it ${reason}`,
        wanted: `related: [..., ${slug}]`,
        others: [slug],
        // The first edit adds all of them.
        ...(index === 0 && edit ? { edit } : {}),
      }),
    );
  });
}
