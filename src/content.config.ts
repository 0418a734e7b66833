import { defineCollection, reference } from 'astro:content';
import { z } from 'astro/zod';
import { compatibilitySchema } from './domain/compatibility/compatibility-table.ts';
import { affectedSchema } from './domain/facts/affected-schema.ts';
import { factsSchema, projectSchema, translationSchema } from './domain/facts/facts.ts';
import { releasesSchema } from './domain/releases/releases.ts';
import { upstreamRecordSchema } from './domain/upstream/upstream-record.ts';
import {
  articlesLoader,
  compatibilityLoader,
  messageAddressesLoader,
  problemsLoader,
  projectsLoader,
  releasesLoader,
  translationsLoader,
  upstreamLoader,
} from './content/loaders/loaders.ts';

const articles = defineCollection({
  loader: articlesLoader(),
  // The loader has validated the facts, refinements included; this adds types and the reference.
  // The loader has also added ranges of tables, more than an author may write.
  schema: z.object({
    ...factsSchema.shape,
    affected: z.array(affectedSchema),
    project: reference('projects'),
  }),
});

const translations = defineCollection({
  loader: translationsLoader(),
  // Not in the file: the loader derives it from the digest.
  schema: translationSchema.extend({ stale: z.boolean().default(false) }),
});

const projects = defineCollection({ loader: projectsLoader(), schema: projectSchema });

const compatibility = defineCollection({
  loader: compatibilityLoader(),
  schema: z.object(compatibilitySchema.shape),
});

// The loader has validated refinements here, too.
const releases = defineCollection({
  loader: releasesLoader(),
  schema: z.object(releasesSchema.shape),
});

const upstream = defineCollection({
  loader: upstreamLoader(),
  schema: z.object(upstreamRecordSchema.shape),
});

const messageAddresses = defineCollection({
  loader: messageAddressesLoader(),
  schema: z.object({ slugs: z.array(z.string()) }),
});

const problems = defineCollection({
  loader: problemsLoader(),
  schema: z.object({
    problems: z.array(
      z.object({
        file: z.string(),
        line: z.number().optional(),
        field: z.string(),
        found: z.string(),
        expected: z.string(),
        isUnfinished: z.boolean().optional(),
      }),
    ),
  }),
});

export const collections = {
  articles,
  translations,
  projects,
  compatibility,
  releases,
  upstream,
  messageAddresses,
  problems,
};
