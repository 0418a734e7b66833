import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import { textsOf } from '../../content/validate/internal-links.ts';
import type { LibraryArticle } from '../../content/read/read-library.ts';
import { advice, type Remark } from '../remark.ts';

/** Reports links to an earlier slug: they redirect, and the redirect drops the anchor. */
export function linkRemarks(articles: readonly LibraryArticle[]): Remark[] {
  const moved = new Map(
    articles.flatMap(({ slug, facts }) => facts.aliases.map((alias) => [alias, slug] as const)),
  );
  return articles.flatMap((article) =>
    textsOf(article).flatMap(([, { file, links }]) =>
      links.flatMap(({ line, to }) => {
        const slug = moved.get(ARTICLE_LINK.exec(to)?.[1] ?? '');
        if (slug === undefined) return [];
        return [advice({ file, line, rule: 'links', found: to, wanted: `../${slug}/` })];
      }),
    ),
  );
}
