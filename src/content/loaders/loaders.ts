import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblem } from '../../domain/facts/problems.ts';
import type { ArticleText } from '../read/library-model.ts';
import { libraryLoader, type Entry } from './library-loader.ts';

/** Makes the text fields of an entry: rendered Markdown, or MDX whose rendering Astro defers. */
async function textEntry({ file, body, hasComponents }: ArticleText, context: LoaderContext) {
  const entry = { body, filePath: file, digest: context.generateDigest(body) };
  if (hasComponents) return { ...entry, deferredRender: true };
  const fileURL = pathToFileURL(path.join(fileURLToPath(context.config.root), file));
  return { ...entry, rendered: await context.renderMarkdown(body, { fileURL }) };
}

/** Makes entries without text from data by id. */
function dataEntries(
  data: Iterable<readonly [id: string, data: Record<string, unknown>]>,
  context: LoaderContext,
): Promise<Entry[]> {
  return Promise.all(
    [...data].map(async ([id, value]) => ({
      id,
      data: await context.parseData({ id, data: value }),
    })),
  );
}

/** Loads `articles`: facts and English text by slug. */
export const articlesLoader = (): Loader =>
  libraryLoader('articles', async ({ articles }, context) => {
    const entries: Entry[] = [];
    for (const { slug, facts, text } of articles) {
      const data = await context.parseData({ id: slug, data: facts });
      entries.push({ id: slug, data, ...(await textEntry(text, context)) });
    }
    return entries;
  });

/** Loads `translations`: words and text in all other languages by `<locale>/<slug>`. */
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

/** Loads `problems`: one entry with the problems of the library, for a dev server. A build with problems has stopped. */
export const problemsLoader = (): Loader =>
  libraryLoader('problems', async ({ problems }, context) => {
    for (const problem of problems) context.logger.error(formatProblem(problem));
    return dataEntries([['all', { problems }]], context);
  });

/** Loads `projects`: upstream projects by the name of their file. */
export const projectsLoader = (): Loader =>
  libraryLoader('projects', ({ projects }, context) => dataEntries(projects, context));

/** Loads `compatibility`: tables of releases that work together by the name of their file. */
export const compatibilityLoader = (): Loader =>
  libraryLoader('compatibility', ({ compatibility }, context) =>
    dataEntries(compatibility, context),
  );

/** Loads `releases`: the releases of each package by `<ecosystem>/<name>`. */
export const releasesLoader = (): Loader =>
  libraryLoader('releases', ({ releases }, context) => dataEntries(releases, context));

/** Loads `messageAddresses`: the slugs of each published address of a message, by the address. */
export const messageAddressesLoader = (): Loader =>
  libraryLoader('messageAddresses', ({ messageAddresses }, context) => {
    const entries = [...messageAddresses].map(([path, slugs]) => [path, { slugs }] as const);
    return dataEntries(entries, context);
  });

/** Loads `upstream`: one entry with the last known state of upstream, or none if it was never requested. */
export const upstreamLoader = (): Loader =>
  libraryLoader('upstream', ({ upstream }, context) =>
    dataEntries(upstream ? [['record', upstream]] : [], context),
  );
