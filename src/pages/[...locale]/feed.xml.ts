import type { APIContext } from 'astro';
import { siteFeed } from '../../site/feeds.ts';
import { library } from '../../site/library.ts';
import { localeRoutes, type LocaleRoute } from '../../site/links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  return siteFeed(await library(), locale);
}
