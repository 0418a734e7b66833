import { cardPath, localizedPath } from '../domain/addresses/addresses.ts';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { cardText, type CardSource, type CardText } from './card-text.ts';

/** A card of the site. */
export interface Card {
  /** Path on the site: `/zh/cards/KF-0001.png`. */
  path: string;
  /** Name of the article's folder. */
  slug: string;
  text: CardText;
}

type CardWords = ReturnType<CardSource['in']>;

/** The part of a library that its cards show. */
export interface CardLibrary {
  articles: readonly {
    slug: string;
    facts: CardSource['facts'] & CardWords & { project: string };
    translations: Partial<Record<Locale, { words: CardWords }>>;
  }[];
  projects: ReadonlyMap<string, { name: string }>;
}

/** Returns the cards of a library: one of each article in every language. */
export function libraryCards({ articles, projects }: CardLibrary): Card[] {
  return articles.flatMap(({ slug, facts, translations }) => {
    const project = { name: projects.get(facts.project)?.name ?? facts.project };
    const words = (locale: Locale) => translations[locale]?.words ?? facts;
    return locales.map((locale) => ({
      path: localizedPath(cardPath(facts.id), locale),
      slug,
      text: cardText({ facts, project, in: words }, locale),
    }));
  });
}
