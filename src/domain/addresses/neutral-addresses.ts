import { defaultLocale, locales, type Locale } from '../vocabulary.ts';

/** Folders whose addresses exist once for all languages. */
export const neutralFolders = ['github.com', 'gitlab.com', 'e', 'badge'] as const;

/** Query parameter that chooses the language at a language-neutral address: `?lang=zh`. */
export const LANGUAGE_PARAMETER = 'lang';

/** Languages whose addresses have a prefix, such as `/zh/`. */
export const prefixedLocales = locales.filter((locale) => locale !== defaultLocale);

/** Returns the query that chooses a language at a language-neutral address. */
export const languageQuery = (locale: Locale) => `?${LANGUAGE_PARAMETER}=${locale}`;

/**
 * Returns the language-neutral form of an address that names a language: `/e/1/<hash>/?lang=zh` for `/zh/e/1/<hash>/`;
 * `undefined` for any other.
 *
 * @param path path without base path, in any case
 */
export function neutralAddress(path: string): string | undefined {
  const [, first, folder = ''] = path.split('/');
  const locale = prefixedLocales.find((name) => name === first);
  const folders: readonly string[] = neutralFolders;
  if (locale === undefined || !folders.includes(folder.toLowerCase())) return undefined;
  return path.slice(`/${locale}`.length) + languageQuery(locale);
}
