import { z } from 'zod';
import { schemaPath } from '../domain/addresses/addresses.ts';
import { answers, type AnswerName } from './answer-schemas.ts';
import { absoluteUrl } from '../site/links.ts';

export const answerNames = Object.keys(answers) as AnswerName[];

/** Lists are said by their items' schema. */
const itemsOf: Partial<Record<AnswerName, AnswerName>> = {
  articles: 'article',
  projects: 'project',
};

const idOf = (name: AnswerName) => absoluteUrl(schemaPath(name));

/**
 * The JSON Schema (2020-12) of an answer, as it is served.
 *
 * It is open: fields that are added later must not make an answer invalid for who kept an earlier schema.
 */
export function jsonSchemaOf(name: AnswerName): Record<string, unknown> {
  const { form, title } = answers[name];
  const { $schema, ...schema } = z.toJSONSchema(form, { override: leaveOpen });
  const item = itemsOf[name];
  return {
    $schema,
    $id: idOf(name),
    title,
    ...schema,
    ...(item && { items: { $ref: idOf(item) } }),
  };
}

/** Takes out what binds only writers, and what `format` says already. */
function leaveOpen({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  delete jsonSchema.default;
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}
