import { z } from 'zod';
import { affectedSchema } from '../domain/facts/affected-schema.ts';
import { factsSchema, projectSchema } from '../domain/facts/facts.ts';
import { packageSystems } from '../domain/lookup/lookup-table.ts';
import { slugPattern } from '../domain/facts/slug-pattern.ts';
import { locales } from '../domain/vocabulary.ts';
import { osvSchema, publishedOsvSchema } from './osv-schema.ts';

/*
 * JSON responses below `/api/v1/`. A contract: fields are added, never renamed or removed.
 */

const { id, title, summary, affected, ...furtherFacts } = factsSchema.shape;
const { project, symptom, status } = furtherFacts;
const slug = z.string().regex(slugPattern);
const articleUrl = z.url().describe('Address of the article in English.');

const articleSchema = z.object({
  id,
  slug: slug.describe('Last part of the address of the article; may change, the id does not.'),
  url: articleUrl,
  title,
  summary,
  languages: z
    .array(z.enum(locales))
    .min(1)
    .describe('Languages in which the article has been written, English first.'),
  // Rows of a compatibility table are ranges, too: more than an author may write.
  affected: z.array(affectedSchema).describe(affected.description ?? ''),
  ...furtherFacts,
});

const articlePageSchema = z.object({
  articles: z.array(articleSchema).describe('Faults, by id.'),
  next: z.url().nullable().describe('Address of the next part; null in the last one.'),
});

const articleLinkSchema = z
  .object({ id, title, url: articleUrl, project, symptom, status })
  .describe('An article.');

const projectResponseSchema = z.object({
  id: slug.describe('Id of the project, as articles name it.'),
  url: z.url().describe('Address of its page in English.'),
  ...projectSchema.shape,
  articles: z.array(articleLinkSchema).describe('Its faults, by id.'),
  reached_by: z
    .array(articleLinkSchema)
    .describe('Faults of other projects that reach its packages, by id.'),
});

const answersSchema = z.object({
  id,
  url: articleUrl,
  key: z.string().describe('What the names are, such as header; the parameter of the address.'),
  answers: z
    .array(
      z
        .object({
          names: z
            .array(z.string())
            .min(1)
            .describe(
              'Names with this answer, in any case; one that ends in /* is every path below that folder.',
            ),
          text: z
            .string()
            .describe(
              'The fix in one sentence, with <key> where the name goes and code in backticks.',
            ),
          commands: z
            .array(
              z
                .object({
                  system: z.enum(packageSystems).describe('Package manager of the command.'),
                  command: z.string().describe('Installs what is missing.'),
                  verified: z
                    .boolean()
                    .describe('False if one public mapping alone has these names of packages.'),
                })
                .describe('A command.'),
            )
            .describe('One for each system that has it.'),
        })
        .describe('An answer.'),
    )
    .describe('One answer for each row of the table.'),
});

/** Every response that has a published schema, by the schema's name. */
export const responseSchemas = {
  article: { schema: articleSchema, title: 'A fault: the facts of an article.' },
  articles: { schema: z.array(articleSchema), title: 'Every fault, by id.' },
  'articles-page': { schema: articlePageSchema, title: 'A part of the list of every fault.' },
  project: { schema: projectResponseSchema, title: 'An upstream project and its faults.' },
  projects: { schema: z.array(projectResponseSchema), title: 'Every upstream project, by name.' },
  upstream: {
    schema: z.record(
      z.url().describe('An address upstream.'),
      z.array(id).min(1).describe('Ids of the articles that cite it.'),
    ),
    title: 'The articles that cite an upstream address, by address.',
  },
  answers: { schema: answersSchema, title: 'The answers of an article to all names of its table.' },
  osv: {
    schema: osvSchema,
    title: `A fault in the OSV format; every record keeps to ${publishedOsvSchema} too.`,
  },
} as const satisfies Record<string, { schema: z.ZodType; title: string }>;

export type SchemaName = keyof typeof responseSchemas;

export type ArticleJson = z.infer<typeof articleSchema>;
export type ArticlePageJson = z.infer<typeof articlePageSchema>;
export type ArticleLinkJson = z.infer<typeof articleLinkSchema>;
export type ProjectJson = z.infer<typeof projectResponseSchema>;
export type AnswersJson = z.infer<typeof answersSchema>;
export type UpstreamJson = z.infer<typeof responseSchemas.upstream.schema>;
