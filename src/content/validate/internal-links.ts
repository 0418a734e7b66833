import type { Problem } from '../../domain/facts/problems.ts';
import { defaultLocale, type Locale } from '../../domain/vocabulary.ts';
import { ARTICLE_LINK } from './node-rules.ts';
import type { ArticleText, LibraryArticle } from '../read/read-library.ts';

const ALLOWED_SHOWN = 12;

/** Every text of an article with its language, English first. */
export function textsOf({ text, translations }: LibraryArticle): [Locale, ArticleText][] {
  return [[defaultLocale, text], ...(Object.entries(translations) as [Locale, ArticleText][])];
}

/**
 * Links to articles and anchors that do not exist. A link is followed in the language of its text, and to the English
 * article where there is no translation.
 *
 * @param slugs of all articles, in order or not: one mistake must not make the links to it look dead
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
        : [`the article ${JSON.stringify(slug)}`, 'a slug that exists'];
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
