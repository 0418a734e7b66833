import type { APIContext } from 'astro';
import { jsonTextResponse } from '../../api/responses.ts';
import { servedIndexes } from '../../api/site-knowledge.ts';
import { diagnosisPartPath } from '../../domain/addresses/addresses.ts';

/** Captures the route parameter in the path of a file. */
const PATH = /^\/diagnose\/(.*)\.json$/;

export async function getStaticPaths() {
  const indexes = await servedIndexes();
  return [...indexes.values()].flatMap(({ path, json, parts }) => [
    route(path, json),
    ...parts.map((part, number) => route(diagnosisPartPath(path, number), part)),
  ]);
}

const route = (path: string, json: string) => ({
  params: { file: path.replace(PATH, '$1') },
  props: { json },
});

export function GET({ props }: APIContext<{ json: string }>) {
  return jsonTextResponse(props.json);
}
