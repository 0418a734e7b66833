import type { APIContext } from 'astro';
import { jsonTextResponse } from '../../api/responses.ts';
import { tableFiles } from '../../api/site-tables.ts';

/** Captures the route parameter in the path of a file. */
const PATH = /^\/tables\/(.*)\.json$/;

export async function getStaticPaths() {
  const { parts } = await tableFiles();
  return Array.from(parts, ([path, json]) => ({
    params: { file: path.replace(PATH, '$1') },
    props: { json },
  }));
}

export function GET({ props }: APIContext<{ json: string }>) {
  return jsonTextResponse(props.json);
}
