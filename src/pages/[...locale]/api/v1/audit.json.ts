import type { APIContext } from 'astro';
import { auditJson, jsonTextResponse } from '../../../../api/responses.ts';
import { library } from '../../../../site/library.ts';
import { localeRoutes, type LocaleRoute } from '../../../../site/links.ts';

/*
 * The faults of every project in one file. The site itself fetches parts of it (see `client/audit/fault-facts.ts`); the
 * address stays for those who use it.
 */
export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  const { articles } = await library();
  return jsonTextResponse(JSON.stringify(auditJson(articles, locale)));
}
