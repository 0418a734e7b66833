import { REPOSITORY_URL } from 'astro:env/server';
import { localizedPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, locales, type Locale } from '../domain/vocabulary.ts';

/** Base path of the site without a trailing slash: empty, or `/known-faults`. */
export const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The project's repository, where readers open issues. */
export const repository = REPOSITORY_URL;

/**
 * Returns the `href` of a link: the path in the reader's language, below the base path.
 *
 * Unlike `getRelativeLocaleUrl` of `astro:i18n` it leaves the names of files (`feed.xml`) without a trailing slash.
 */
export function href(path: string, locale: Locale = defaultLocale): string {
  return base + localizedPath(path, locale);
}

/** Returns the full URL, for links that are used outside of the page: canonical links, permalinks, JSON. */
export function absoluteUrl(path: string, locale: Locale = defaultLocale): string {
  return new URL(href(path, locale), import.meta.env.SITE).href;
}

/** A route in one language, as `getStaticPaths` returns it for `[...locale]`. */
export interface LocaleRoute {
  params: { locale: string | undefined };
  props: { locale: Locale };
}

/** Returns the routes of one page, one per language. */
export function localeRoutes(): LocaleRoute[] {
  return locales.map((locale) => ({
    params: { locale: locale === defaultLocale ? undefined : locale },
    props: { locale },
  }));
}

/** Returns the routes of several pages in every language, with the locale added to their `params` and `props`. */
export function routesInEveryLocale<P extends Record<string, string>, Q extends object>(
  pages: readonly { params: P; props: Q }[],
) {
  return localeRoutes().flatMap((route) =>
    pages.map(({ params, props }) => ({
      params: { ...params, ...route.params },
      props: { ...props, ...route.props },
    })),
  );
}
