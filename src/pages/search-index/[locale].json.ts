import type { APIContext } from 'astro';
import { jsonTextResponse } from '../../api/responses.ts';
import { listedDocuments } from '../../api/search-file.ts';
import { locales, type Locale } from '../../domain/vocabulary.ts';

export const getStaticPaths = () =>
  locales.map((locale) => ({ params: { locale }, props: { locale } }));

export async function GET({ props: { locale } }: APIContext<{ locale: Locale }>) {
  return jsonTextResponse(JSON.stringify(await listedDocuments(locale)));
}
