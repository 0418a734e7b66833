import type { APIContext } from 'astro';
import { knowledgeIn } from '../../../../diagnosis-index.ts';
import { homePath } from '../../../../domain/addresses.ts';
import type { PublishedKnowledge } from '../../../../knowledge/knowledge.ts';
import { absoluteUrl, localeRoutes, type LocaleRoute } from '../../../../links.ts';

export const getStaticPaths = localeRoutes;

export async function GET({ props: { locale } }: APIContext<LocaleRoute['props']>) {
  const known = await knowledgeIn(locale);
  const published: PublishedKnowledge = { ...known, site: absoluteUrl(homePath) };
  // Too large to be written for people.
  return new Response(JSON.stringify(published), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
