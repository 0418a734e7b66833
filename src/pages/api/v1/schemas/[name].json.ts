import type { APIContext } from 'astro';
import { schemaNames, jsonSchemaOf } from '../../../../api/json-schemas.ts';
import { jsonResponse } from '../../../../api/responses.ts';
import type { SchemaName } from '../../../../api/response-schemas.ts';

export function getStaticPaths() {
  return schemaNames.map((name) => ({ params: { name }, props: { name } }));
}

export function GET({ props }: APIContext<{ name: SchemaName }>) {
  return jsonResponse(jsonSchemaOf(props.name));
}
