import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';

/**
 * Returns the language of the reader: that of the address, or else the first of the browser's languages that the site
 * has.
 *
 * @param path of the page, below the base path
 * @param languages of the browser, as in `navigator.languages`
 */
export function preferredLanguage(path: string, languages: readonly string[]): Locale {
  const others = locales.filter((locale) => locale !== defaultLocale);
  const ofPath = others.find((locale) => path.startsWith(`/${locale}/`));
  if (ofPath) return ofPath;
  const primary = languages.map((language) => language.toLowerCase().split('-')[0]);
  const known: readonly string[] = locales;
  return (primary.find((name) => name !== undefined && known.includes(name)) ??
    defaultLocale) as Locale;
}

/** Moves the text in the reader's language to the top, where its heading is the first of the page. */
export function showLanguageFirst(page: HTMLElement, locale: Locale): void {
  const section = page.querySelector<HTMLElement>(`section[data-locale="${locale}"]`);
  if (!section || section === page.querySelector('section')) return;
  for (const heading of page.querySelectorAll('h1')) replaceTag(heading, 'h2');
  for (const heading of section.querySelectorAll('h2')) replaceTag(heading, 'h1');
  page.prepend(section);
  document.documentElement.lang = section.lang;
  document.title = section.querySelector('h1')?.textContent ?? document.title;
}

function replaceTag(element: HTMLElement, tag: 'h1' | 'h2'): void {
  const replacement = document.createElement(tag);
  replacement.append(...element.childNodes);
  element.replaceWith(replacement);
}
