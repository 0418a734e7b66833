import type { APIContext } from 'astro';
import { jsonResponse, osvJson } from '../../../../api.ts';
import type { OsvRecord } from '../../../../domain/osv-schema.ts';
import { library } from '../../../../library.ts';

export async function getStaticPaths() {
  return osvJson(await library()).map((record) => ({
    params: { id: record.database_specific.id },
    props: { record },
  }));
}

export function GET({ props }: APIContext<{ record: OsvRecord }>) {
  return jsonResponse(props.record);
}
