import type { APIContext } from 'astro';
import { jsonTextResponse } from '../../api/responses.ts';
import { searchFiles } from '../../api/site-search.ts';

/** Captures the route parameter in the path of a file. */
const PATH = /^\/search-index\/(.*)\.json$/;

export async function getStaticPaths() {
  return Array.from(await searchFiles(), ([path, json]) => ({
    params: { file: path.replace(PATH, '$1') },
    props: { json },
  }));
}

export function GET({ props }: APIContext<{ json: string }>) {
  return jsonTextResponse(props.json);
}
