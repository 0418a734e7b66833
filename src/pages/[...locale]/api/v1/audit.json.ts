import type { APIContext } from 'astro';
import { auditText } from '../../../../api/answers.ts';
import { localeRoutes, type LocaleRoute } from '../../../../site/links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  return new Response(await auditText(locale), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
