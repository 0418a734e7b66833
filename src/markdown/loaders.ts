import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatProblem } from '../domain/problems.ts';
import { LibraryError } from './library-error.ts';
import { readLibrary, type ArticleText, type Library } from './read-library.ts';

/** One reading of `content/` serves all collections; a change of any file calls for a new one. */
const readings = new Map<string, Promise<Library>>();

/** Editors save in several steps, and Git changes many files at once: all of it is one change. */
const SETTLED_MS = 50;

function reading(root: string): Promise<Library> {
  const current = readings.get(root) ?? readLibrary(root);
  readings.set(root, current);
  return current;
}

/** The reading after a change: one for all collections that ask within one moment. */
const rereadings = new Map<string, Promise<Library>>();

function rereading(root: string): Promise<Library> {
  const next =
    rereadings.get(root) ??
    setTimeout(SETTLED_MS).then(() => {
      rereadings.delete(root);
      readings.delete(root);
      return reading(root);
    });
  rereadings.set(root, next);
  return next;
}

type Fill = (library: Library, context: LoaderContext) => Promise<void>;

/**
 * A content loader that fills a collection from the checked library.
 * A build stops at the first problem; a dev server logs all and goes on without the articles that have one.
 */
function libraryLoader(name: string, fill: Fill): Loader {
  return {
    name,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const take = async (library: Library) => {
        context.store.clear();
        await fill(library, context);
      };
      const library = await reading(root);
      if (library.problems.length > 0 && !context.watcher) {
        throw new LibraryError(library.problems, root);
      }
      await take(library);

      // One after the other: of two changes the later one has the last word.
      let taken = Promise.resolve();
      const content = path.join(root, 'content');
      context.watcher?.add(content);
      context.watcher?.on('all', (_event, changed) => {
        if (!changed.startsWith(content + path.sep)) return;
        taken = Promise.all([rereading(root), taken])
          .then(([next]) => take(next))
          .catch((error: unknown) => context.logger.error(String(error)));
      });
    },
  };
}

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
    for (const { slug, facts, text } of articles) {
      const data = await context.parseData({ id: slug, data: facts });
      context.store.set({ id: slug, data, ...(await textEntry(text, context)) });
    }
  });

/** Collection `translations`: words and text of every other language; the id is `<locale>/<slug>`. */
export const translationsLoader = (): Loader =>
  libraryLoader('translations', async ({ articles }, context) => {
    for (const { slug, translations } of articles) {
      for (const [locale, translation] of Object.entries(translations)) {
        const id = `${locale}/${slug}`;
        const { words, stale } = translation;
        const data = await context.parseData({ id, data: { ...words, stale } });
        context.store.set({ id, data, ...(await textEntry(translation, context)) });
      }
    }
  });

/** Collection `problems`, one entry: what is wrong with the library, for a dev server. A build has stopped by then. */
export const problemsLoader = (): Loader =>
  libraryLoader('problems', async ({ problems }, context) => {
    for (const problem of problems) context.logger.error(formatProblem(problem));
    const data = await context.parseData({ id: 'all', data: { problems } });
    context.store.set({ id: 'all', data });
  });

/** Collection `projects`: the upstream projects; the id is the file's name. */
export const projectsLoader = (): Loader =>
  libraryLoader('projects', async ({ projects }, context) => {
    for (const [id, project] of projects) {
      context.store.set({ id, data: await context.parseData({ id, data: project }) });
    }
  });

/** Collection `releases`: all releases of each package; the id is `<ecosystem>/<name>`. */
export const releasesLoader = (): Loader =>
  libraryLoader('releases', async ({ releases }, context) => {
    for (const [id, data] of releases) {
      context.store.set({ id, data: await context.parseData({ id, data }) });
    }
  });

/** Collection `upstream`: one entry, what was last seen upstream; none when nobody has looked. */
export const upstreamLoader = (): Loader =>
  libraryLoader('upstream', async ({ upstream }, context) => {
    if (!upstream) return;
    const id = 'record';
    context.store.set({ id, data: await context.parseData({ id, data: upstream }) });
  });
