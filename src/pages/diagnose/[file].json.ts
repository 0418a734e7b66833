import type { APIContext } from 'astro';
import { diagnosisIndexes } from '../../diagnosis-index.ts';

export async function getStaticPaths() {
  const indexes = await diagnosisIndexes();
  return indexes.map(({ locale, digest, json }) => ({
    params: { file: `${locale}.${digest}` },
    props: { json },
  }));
}

export function GET({ props }: APIContext<{ json: string }>) {
  return new Response(props.json, { headers: { 'content-type': 'application/json' } });
}
