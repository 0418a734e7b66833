import type { APIContext } from 'astro';
import { auditText, jsonTextResponse } from '../../../../api/responses.ts';
import { localeRoutes, type LocaleRoute } from '../../../../site/links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  return jsonTextResponse(await auditText(locale));
}
