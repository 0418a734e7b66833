import manifest from '../../package.json' with { type: 'json' };
import { localizedPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, locales, type Locale } from '../domain/vocabulary.ts';

/** Base path of the site without the slash at its end: empty, or `/known-faults`. */
export const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The repository of the project, where issues are opened; a copy of the project sets `REPOSITORY_URL`. */
export const repository = process.env['REPOSITORY_URL'] || manifest.homepage;

/** What to write into a link: the path in the reader's language, under the base path. */
export function href(path: string, locale: Locale = defaultLocale): string {
  return base + localizedPath(path, locale);
}

/** The full address, for what leaves the page: canonical links, permalinks, JSON. */
export function absoluteUrl(path: string, locale: Locale = defaultLocale): string {
  return new URL(href(path, locale), import.meta.env.SITE).href;
}

/** A route of one language, as `getStaticPaths` returns it for `[...locale]`. */
export interface LocaleRoute {
  params: { locale: string | undefined };
  props: { locale: Locale };
}

/** The routes of one page in every language. */
export function localeRoutes(): LocaleRoute[] {
  return locales.map((locale) => ({
    params: { locale: locale === defaultLocale ? undefined : locale },
    props: { locale },
  }));
}

/** The routes of several pages in every language: `params` and `props` of each are joined with the language's. */
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
