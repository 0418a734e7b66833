import type { APIContext } from 'astro';
import { articlePages, jsonResponse } from '../../../../../api/responses.ts';
import type { ArticlePageJson } from '../../../../../api/response-schemas.ts';
import { library } from '../../../../../site/library.ts';

export async function getStaticPaths() {
  return articlePages(await library()).map((body, index) => ({
    params: { page: String(index + 1) },
    props: { body },
  }));
}

export function GET({ props }: APIContext<{ body: ArticlePageJson }>) {
  return jsonResponse(props.body);
}
