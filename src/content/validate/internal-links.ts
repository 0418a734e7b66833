import type { Problem } from '../../domain/facts/problems.ts';
import { defaultLocale, type Locale } from '../../domain/vocabulary.ts';
import { ARTICLE_LINK } from './node-rules.ts';
import type { ArticleText, LibraryArticle } from '../read/read-library.ts';

const ALLOWED_SHOWN = 12;

/** Returns every text of an article with its language, English first. */
export function textsOf({ text, translations }: LibraryArticle): [Locale, ArticleText][] {
  return [[defaultLocale, text], ...(Object.entries(translations) as [Locale, ArticleText][])];
}

/**
 * Reports links to articles and anchors that do not exist. A link leads to the article in the language of its text, or to
 * the English article if there is no translation.
 *
 * @param slugs slugs of all articles, including those with errors: links to an article with errors are not dead
 */
export function deadLinks(
  articles: readonly LibraryArticle[],
  slugs: ReadonlySet<string>,
): Problem[] {
  const bySlug = new Map<string, LibraryArticle>();
  for (const article of articles) {
    for (const name of [article.slug, ...article.facts.aliases]) bySlug.set(name, article);
  }
  const dead = (locale: Locale, own: ArticleText, to: string): [string, string] | undefined => {
    const [, slug, anchor] = to.startsWith('#')
      ? ['', '', to.slice(1)]
      : (ARTICLE_LINK.exec(to) ?? []);
    const article = bySlug.get(slug ?? '');
    if (slug && !article) {
      return slugs.has(slug)
        ? undefined
        : [`the article ${JSON.stringify(slug)}`, 'the slug of an article'];
    }
    const target = article ? (article.translations[locale] ?? article.text) : own;
    if (anchor === undefined || target.anchors.includes(anchor)) return undefined;
    const anchors = target.anchors.slice(0, ALLOWED_SHOWN).map((name) => `#${name}`);
    return [`the anchor ${JSON.stringify(`#${anchor}`)}`, anchors.join(', ') || 'no anchor'];
  };
  return articles.flatMap((article) =>
    textsOf(article).flatMap(([locale, text]) =>
      text.links.flatMap(({ line, to }) => {
        const [found, allowed] =
          (to.startsWith('https:') ? undefined : dead(locale, text, to)) ?? [];
        if (!found || !allowed) return [];
        return [{ file: text.file, line, field: 'link', found, allowed }];
      }),
    ),
  );
}
