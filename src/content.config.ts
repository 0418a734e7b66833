import { defineCollection } from 'astro:content';
import { articlesLoader, translationsLoader } from './content/loaders/loaders.ts';
import { factsSchema, translationSchema } from './domain/facts/facts.ts';

/**
 * The texts of the library. The schemas are for editors, which complete and check front matter by them; pages take facts
 * from `site/library.ts`.
 */
export const collections = {
  articles: defineCollection({ loader: articlesLoader(), schema: factsSchema }),
  translations: defineCollection({ loader: translationsLoader(), schema: translationSchema }),
};
