import { textsOf, type LibraryArticle } from '../../content/read/library-model.ts';
import { ARTICLE_LINK } from '../../content/validate/node-rules.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/** Reports links to former slugs: they go through a redirect, which loses the anchor. */
export function checkFormerSlugs(articles: readonly LibraryArticle[]): LintMessage[] {
  const slugs = new Map(
    articles.flatMap(({ slug, facts }) => facts.aliases.map((alias) => [alias, slug] as const)),
  );
  return articles.flatMap((article) =>
    textsOf(article).flatMap(([, { file, links }]) =>
      links.flatMap(({ line, to }) => {
        const slug = slugs.get(ARTICLE_LINK.exec(to)?.[1] ?? '');
        if (slug === undefined) return [];
        return [advice({ file, line, rule: 'links', found: to, wanted: `../${slug}/` })];
      }),
    ),
  );
}
