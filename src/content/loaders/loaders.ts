import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblem } from '../../domain/facts/problems.ts';
import type { ArticleText } from '../read/library-model.ts';
import { libraryLoader, type Entry } from './library-loader.ts';

/**
 * Makes the fields of an entry that stand for its text. Astro renders a text with components, and pages render all others.
 * By the digest a dev server notices a change, and by the path an editor knows the facts that the file may have.
 */
function textEntry({ file, body, hasComponents }: ArticleText, context: LoaderContext) {
  const entry = { filePath: file, digest: context.generateDigest(body) };
  return hasComponents ? { ...entry, deferredRender: true } : entry;
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
      entries.push({ id: slug, data, ...textEntry(text, context) });
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
        entries.push({ id, data, ...textEntry(translation, context) });
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
