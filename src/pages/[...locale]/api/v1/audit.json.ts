import type { APIContext } from 'astro';
import { auditJson, jsonTextResponse } from '../../../../api/responses.ts';
import { library } from '../../../../site/library.ts';
import { localeRoutes, type LocaleRoute } from '../../../../site/links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  const { articles } = await library();
  return jsonTextResponse(JSON.stringify(auditJson(articles, locale)));
}
