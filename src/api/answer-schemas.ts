import { z } from 'zod';
import { factsSchema, projectSchema, slugPattern } from '../domain/facts/facts.ts';
import { osvSchema, publishedOsvSchema } from './osv-schema.ts';
import { locales } from '../domain/vocabulary.ts';

/*
 * What programs get under `/api/v1/`. A contract: fields are added, never renamed or removed.
 */

const { id, title, summary, ...furtherFacts } = factsSchema.shape;
const { project, symptom, status } = furtherFacts;
const slug = z.string().regex(slugPattern);
const articleUrl = z.url().describe('Address of the article in English.');

export const articleAnswer = z.object({
  id,
  slug: slug.describe('Last part of the address of the article; may change, the id does not.'),
  url: articleUrl,
  title,
  summary,
  languages: z
    .array(z.enum(locales))
    .min(1)
    .describe('Languages in which the article has been written, English first.'),
  ...furtherFacts,
});

const listedArticle = z
  .object({ id, title, url: articleUrl, project, symptom, status })
  .describe('An article.');

export const projectAnswer = z.object({
  id: slug.describe('Id of the project, as articles name it.'),
  url: z.url().describe('Address of its page in English.'),
  ...projectSchema.shape,
  articles: z.array(listedArticle).describe('Its faults, by id.'),
  reached_by: z
    .array(listedArticle)
    .describe('Faults of other projects that reach its packages, by id.'),
});

/** Every answer that has a schema: its form, and what it is in a word. */
export const answers = {
  article: { form: articleAnswer, title: 'A fault: the facts of an article.' },
  articles: { form: z.array(articleAnswer), title: 'Every fault, by id.' },
  project: { form: projectAnswer, title: 'An upstream project and its faults.' },
  projects: { form: z.array(projectAnswer), title: 'Every upstream project, by name.' },
  upstream: {
    form: z.record(
      z.url().describe('An address upstream.'),
      z.array(id).min(1).describe('Ids of the articles that cite it.'),
    ),
    title: 'The articles that cite an upstream address, by address.',
  },
  osv: {
    form: osvSchema,
    title: `A fault in the OSV format; every record keeps to ${publishedOsvSchema} too.`,
  },
} as const satisfies Record<string, { form: z.ZodType; title: string }>;

export type AnswerName = keyof typeof answers;

export type ArticleAnswer = z.infer<typeof articleAnswer>;
export type ProjectAnswer = z.infer<typeof projectAnswer>;
export type UpstreamAnswer = z.infer<typeof answers.upstream.form>;
