import type { APIContext } from 'astro';
import { jsonResponse } from '../../../../api/responses.ts';
import type { LookupTable } from '../../../../domain/lookup/lookup-table.ts';
import { library } from '../../../../site/library.ts';

export async function getStaticPaths() {
  const { tables } = await library();
  return Array.from(tables, ([id, table]) => ({ params: { id }, props: { table } }));
}

export function GET({ props }: APIContext<{ table: LookupTable }>) {
  return jsonResponse(props.table);
}
