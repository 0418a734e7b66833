import type { MessageAddresses } from '../../domain/addresses/addresses.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { textsOf, type ArticleText, type LibraryArticle } from '../read/library-model.ts';
import { ARTICLE_LINK } from './node-rules.ts';
import type { ViolationDetail } from './violations.ts';

const MAX_LISTED_ANCHORS = 12;

/**
 * Reports links to articles and anchors that do not exist. A link leads to the article in the language of its text, or
 * to the English one if there is no translation.
 *
 * @param slugs of all article folders: links to an article that has a problem itself are not reported
 */
export function findDeadLinks(
  articles: readonly LibraryArticle[],
  slugs: ReadonlySet<string>,
): Problem[] {
  const bySlug = new Map<string, LibraryArticle>();
  for (const article of articles) {
    for (const name of [article.slug, ...article.facts.aliases]) bySlug.set(name, article);
  }

  const linkViolation = (
    to: string,
    locale: Locale,
    text: ArticleText,
  ): ViolationDetail | undefined => {
    if (to.startsWith('#')) return anchorViolation(to.slice(1), text);
    const [, slug, anchor] = ARTICLE_LINK.exec(to) ?? [];
    if (slug === undefined) return undefined;
    const article = bySlug.get(slug);
    if (article) return anchorViolation(anchor, article.translations[locale] ?? article.text);
    if (slugs.has(slug)) return undefined;
    return missingArticle(slug);
  };

  return articles.flatMap((article) =>
    textsOf(article).flatMap(([locale, text]) =>
      text.links.flatMap(({ line, to }) => {
        const violation = linkViolation(to, locale, text);
        return violation ? [{ file: text.file, line, field: 'link', ...violation }] : [];
      }),
    ),
  );
}

/**
 * Reports addresses of messages that lead to articles that do not exist, unless an article could not be read: it may
 * have that earlier slug.
 *
 * @param file with the addresses
 * @param slugs of all article folders
 */
export function findDeadTargets(
  file: string,
  addresses: MessageAddresses,
  articles: readonly LibraryArticle[],
  slugs: ReadonlySet<string>,
): Problem[] {
  if (articles.length < slugs.size) return [];
  const known = new Set(articles.flatMap(({ slug, facts }) => [slug, ...facts.aliases]));
  return [...addresses].flatMap(([address, targets]) =>
    targets
      .filter((target) => !known.has(target))
      .map((target) => ({ file, field: address, ...missingArticle(target) })),
  );
}

const missingArticle = (slug: string): ViolationDetail => ({
  found: `the article ${JSON.stringify(slug)}`,
  expected: 'the slug of an article',
});

function anchorViolation(
  anchor: string | undefined,
  { anchors }: ArticleText,
): ViolationDetail | undefined {
  if (anchor === undefined || anchors.includes(anchor)) return undefined;
  const listed = anchors.slice(0, MAX_LISTED_ANCHORS).map((name) => `#${name}`);
  return {
    found: `the anchor ${JSON.stringify(`#${anchor}`)}`,
    expected: listed.join(', ') || 'no anchor',
  };
}
