import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblem } from '../../domain/facts/problems.ts';
import { libraryLoader, type Entry } from './library-loader.ts';
import type { ArticleText } from '../read/read-library.ts';

/** The text of one language as a content entry: rendered here, or left to MDX where it has components. */
async function textEntry({ file, body, hasComponents }: ArticleText, context: LoaderContext) {
  const fileURL = pathToFileURL(path.join(fileURLToPath(context.config.root), file));
  const entry = { body, filePath: file, digest: context.generateDigest(body) };
  if (hasComponents) return { ...entry, deferredRender: true };
  const rendered = await context.renderMarkdown(body, { fileURL });
  return { ...entry, rendered, assetImports: rendered.metadata?.imagePaths ?? [] };
}

/** Collection `articles`: the facts and the English text; the id is the slug. */
export const articlesLoader = (): Loader =>
  libraryLoader('articles', async ({ articles }, context) => {
    const entries: Entry[] = [];
    for (const { slug, facts, text } of articles) {
      const data = await context.parseData({ id: slug, data: facts });
      entries.push({ id: slug, data, ...(await textEntry(text, context)) });
    }
    return entries;
  });

/** Collection `translations`: words and text of every other language; the id is `<locale>/<slug>`. */
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

/** Collection `problems`, one entry: what is wrong with the library, for a dev server. A build has stopped by then. */
export const problemsLoader = (): Loader =>
  libraryLoader('problems', async ({ problems }, context) => {
    for (const problem of problems) context.logger.error(formatProblem(problem));
    const data = await context.parseData({ id: 'all', data: { problems } });
    return [{ id: 'all', data }];
  });

/** Collection `projects`: the upstream projects; the id is the file's name. */
export const projectsLoader = (): Loader =>
  libraryLoader('projects', ({ projects }, context) =>
    Promise.all(
      [...projects].map(async ([id, project]) => ({
        id,
        data: await context.parseData({ id, data: project }),
      })),
    ),
  );

/** Collection `releases`: all releases of each package; the id is `<ecosystem>/<name>`. */
export const releasesLoader = (): Loader =>
  libraryLoader('releases', ({ releases }, context) =>
    Promise.all(
      [...releases].map(async ([id, data]) => ({
        id,
        data: await context.parseData({ id, data }),
      })),
    ),
  );

/** Collection `upstream`: one entry, what was last seen upstream; none when nobody has looked. */
export const upstreamLoader = (): Loader =>
  libraryLoader('upstream', async ({ upstream }, context) => {
    if (!upstream) return [];
    const id = 'record';
    return [{ id, data: await context.parseData({ id, data: upstream }) }];
  });
