import type { APIContext } from 'astro';
import { jsonResponse, upstreamParts } from '../../../../api/responses.ts';
import type { UpstreamJson } from '../../../../api/response-schemas.ts';
import { library } from '../../../../site/library.ts';

export async function getStaticPaths() {
  return [...upstreamParts(await library())].map(([digits, part]) => ({
    params: { digits },
    props: { part },
  }));
}

export function GET({ props }: APIContext<{ part: UpstreamJson }>) {
  return jsonResponse(props.part);
}
