import type { APIContext } from 'astro';
import { jsonResponse, osvJson } from '../../../../api/responses.ts';
import type { OsvRecord } from '../../../../api/osv-schema.ts';
import { library } from '../../../../site/library.ts';

export async function getStaticPaths() {
  return osvJson(await library()).map((record) => ({
    params: { id: record.database_specific.id },
    props: { record },
  }));
}

export function GET({ props }: APIContext<{ record: OsvRecord }>) {
  return jsonResponse(props.record);
}
