import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';

/** Returns the base path of the site without a trailing slash, as the layout wrote it. */
export function siteBase(): string {
  return document.body.dataset['base'] ?? '';
}

/** Returns the language of the page, as the layout wrote it. */
export function siteLocale(): Locale {
  return locales.find((locale) => locale === document.body.dataset['locale']) ?? defaultLocale;
}
