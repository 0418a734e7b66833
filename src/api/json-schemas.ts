import { z } from 'zod';
import { schemaPath } from '../domain/addresses/addresses.ts';
import { absoluteUrl } from '../site/links.ts';
import { responseSchemas, type SchemaName } from './response-schemas.ts';

export const schemaNames = Object.keys(responseSchemas) as SchemaName[];

/** Schemas of lists, which refer to the schema of their items. */
const itemSchemas: Partial<Record<SchemaName, SchemaName>> = {
  articles: 'article',
  projects: 'project',
};

const schemaUrl = (name: SchemaName) => absoluteUrl(schemaPath(name));

/**
 * Returns the published JSON Schema (2020-12) of a response.
 *
 * It allows additional properties: a field that is added later must not fail validation against an older schema.
 */
export function jsonSchemaOf(name: SchemaName): Record<string, unknown> {
  const { schema, title } = responseSchemas[name];
  const { $schema, ...jsonSchema } = z.toJSONSchema(schema, { override: relax });
  const item = itemSchemas[name];
  return {
    $schema,
    $id: schemaUrl(name),
    title,
    ...jsonSchema,
    ...(item && { items: { $ref: schemaUrl(item) } }),
  };
}

/** Removes restrictions that apply to front matter only, and patterns that repeat `format`. */
function relax({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  delete jsonSchema.default;
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}
