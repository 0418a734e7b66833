import type { APIContext } from 'astro';
import { feedPath, homePath } from '../../domain/addresses.ts';
import { atomFeed } from '../../feed.ts';
import { wordsOf } from '../../i18n/index.ts';
import { library } from '../../library.ts';
import { localeRoutes, type LocaleRoute } from '../../links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  const { articles } = await library();
  const title = wordsOf(locale).site.name;
  return atomFeed({ title, path: homePath, feedPath: feedPath(homePath) }, articles, locale);
}
