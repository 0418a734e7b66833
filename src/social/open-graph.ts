import type { Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
import { cardSize } from './card-size.ts';

/** The content of a link preview. */
export interface LinkPreview {
  title: string;
  description: string;
  /** Absolute address of the page. */
  url: string;
  locale: Locale;
  /** The card of an article, with its absolute address. */
  card?: { url: string; alt: string } | undefined;
}

/** The attributes of a `<meta>` element. */
export type MetaTag = { property: string; content: string } | { name: string; content: string };

/** Returns the Open Graph tags of a page, by which chats, issue trackers, and social networks preview a link to it. */
export function openGraph({ title, description, url, locale, card }: LinkPreview): MetaTag[] {
  const words = wordsOf(locale);
  const tags: [property: string, content: string][] = [
    ['og:title', title],
    ['og:description', description],
    ['og:type', card ? 'article' : 'website'],
    ['og:url', url],
    ['og:site_name', words.site.name],
    ['og:locale', words.ogLocale],
  ];
  if (card) {
    tags.push(
      ['og:image', card.url],
      ['og:image:type', 'image/png'],
      ['og:image:width', String(cardSize.width)],
      ['og:image:height', String(cardSize.height)],
      ['og:image:alt', card.alt],
    );
  }
  return [
    ...tags.map(([property, content]) => ({ property, content })),
    { name: 'twitter:card', content: card ? 'summary_large_image' : 'summary' },
  ];
}
