import { LANGUAGE_PARAMETER } from '../../domain/addresses/neutral-addresses.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';

/**
 * Returns the language of the reader: that of the address, or else the first of the browser's languages that the site
 * has.
 *
 * @param path path and query of the page, below the base path: `/zh/...` and `?lang=zh` name a language
 * @param languages languages of the browser, as in `navigator.languages`
 */
export function preferredLanguage(path: string, languages: readonly string[]): Locale {
  const { pathname, searchParams } = new URL(path, 'https://localhost');
  const others = locales.filter((locale) => locale !== defaultLocale);
  const ofPath = others.find((locale) => pathname.startsWith(`/${locale}/`));
  const wanted = [ofPath, searchParams.get(LANGUAGE_PARAMETER), ...languages];
  const primary = wanted.map((language) => language?.toLowerCase().split('-')[0]);
  const known: readonly (string | undefined)[] = locales;
  return (primary.find((name) => known.includes(name)) ?? defaultLocale) as Locale;
}
