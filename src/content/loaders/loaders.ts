import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblem } from '../../domain/facts/problems.ts';
import { libraryLoader, type Entry } from './library-loader.ts';
import type { ArticleText } from '../read/read-library.ts';

/** Creates the content entry of a text: rendered here, or left to MDX if it has components. */
async function textEntry({ file, body, hasComponents }: ArticleText, context: LoaderContext) {
  const fileURL = pathToFileURL(path.join(fileURLToPath(context.config.root), file));
  const entry = { body, filePath: file, digest: context.generateDigest(body) };
  if (hasComponents) return { ...entry, deferredRender: true };
  const rendered = await context.renderMarkdown(body, { fileURL });
  return { ...entry, rendered, assetImports: rendered.metadata?.imagePaths ?? [] };
}

/** Loads the collection `articles`: facts and English text; the id is the slug. */
export const articlesLoader = (): Loader =>
  libraryLoader('articles', async ({ articles }, context) => {
    const entries: Entry[] = [];
    for (const { slug, facts, text } of articles) {
      const data = await context.parseData({ id: slug, data: facts });
      entries.push({ id: slug, data, ...(await textEntry(text, context)) });
    }
    return entries;
  });

/** Loads the collection `translations`: title, summary and text in every other language; the id is `<locale>/<slug>`. */
export const translationsLoader = (): Loader =>
  libraryLoader('translations', async ({ articles }, context) => {
    const entries: Entry[] = [];
    for (const { slug, translations } of articles) {
      for (const [locale, translation] of Object.entries(translations)) {
        const id = `${locale}/${slug}`;
        const { words, stale } = translation;
        const data = await context.parseData({ id, data: { ...words, stale } });
        entries.push({ id, data, ...(await textEntry(translation, context)) });
      }
    }
    return entries;
  });

/** Loads the collection `problems`: one entry with the problems of the library, for a dev server. A build stops earlier. */
export const problemsLoader = (): Loader =>
  libraryLoader('problems', async ({ problems }, context) => {
    for (const problem of problems) context.logger.error(formatProblem(problem));
    const data = await context.parseData({ id: 'all', data: { problems } });
    return [{ id: 'all', data }];
  });

/** Loads the collection `projects`: the upstream projects; the id is the file name without extension. */
export const projectsLoader = (): Loader =>
  libraryLoader('projects', ({ projects }, context) =>
    Promise.all(
      [...projects].map(async ([id, project]) => ({
        id,
        data: await context.parseData({ id, data: project }),
      })),
    ),
  );

/** Loads the collection `releases`: all releases of each package; the id is `<ecosystem>/<name>`. */
export const releasesLoader = (): Loader =>
  libraryLoader('releases', ({ releases }, context) =>
    Promise.all(
      [...releases].map(async ([id, data]) => ({
        id,
        data: await context.parseData({ id, data }),
      })),
    ),
  );

/** Loads the collection `upstream`: one entry with the last recorded upstream states, or none without a record. */
export const upstreamLoader = (): Loader =>
  libraryLoader('upstream', async ({ upstream }, context) => {
    if (!upstream) return [];
    const id = 'record';
    return [{ id, data: await context.parseData({ id, data: upstream }) }];
  });
