import type { APIContext } from 'astro';
import { diagnosisIndexes } from '../../api/diagnosis-files.ts';
import { diagnosisPartPath } from '../../domain/addresses/addresses.ts';

/** What stands around the parameter in the address of a file. */
const ADDRESS = /^\/diagnose\/(.*)\.json$/;

export async function getStaticPaths() {
  const indexes = await diagnosisIndexes();
  return indexes.flatMap(({ path, json, parts }) => [
    route(path, json),
    ...parts.map((part, number) => route(diagnosisPartPath(path, number), part)),
  ]);
}

const route = (path: string, json: string) => ({
  params: { file: path.replace(ADDRESS, '$1') },
  props: { json },
});

export function GET({ props }: APIContext<{ json: string }>) {
  return new Response(props.json, { headers: { 'content-type': 'application/json' } });
}
