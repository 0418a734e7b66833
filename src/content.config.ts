import { defineCollection, reference } from 'astro:content';
import { z } from 'astro/zod';
import { factsSchema, projectSchema, translationSchema } from './domain/facts.ts';
import { articlesLoader, projectsLoader, translationsLoader } from './markdown/loaders.ts';

const articles = defineCollection({
  loader: articlesLoader(),
  // The loader has checked the facts as a whole; here they get their types and the reference.
  schema: z.object({ ...factsSchema.shape, project: reference('projects') }),
});

const translations = defineCollection({
  loader: translationsLoader(),
  schema: translationSchema.extend({ stale: z.boolean() }),
});

const projects = defineCollection({ loader: projectsLoader(), schema: projectSchema });

export const collections = { articles, translations, projects };
