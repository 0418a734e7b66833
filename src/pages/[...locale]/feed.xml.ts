import type { APIContext } from 'astro';
import { siteFeed } from '../../feed.ts';
import { library } from '../../library.ts';
import { localeRoutes, type LocaleRoute } from '../../links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  return siteFeed(await library(), locale);
}
