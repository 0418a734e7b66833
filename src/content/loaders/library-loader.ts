import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { LibraryError } from '../read/library-error.ts';
import { readLibrary, type Library } from '../read/read-library.ts';

/** Libraries by root folder: all collections share one read of `content/` until a file changes. */
const readings = new Map<string, Promise<Library>>();

/** Debounce time in ms: editors save in several steps, and Git changes many files at once. */
const SETTLED_MS = 50;

function reading(root: string): Promise<Library> {
  const current = readings.get(root) ?? readLibrary(root);
  readings.set(root, current);
  return current;
}

export type Entry = Parameters<DataStore['set']>[0];

/** Returns the entries of a collection. */
type Entries = (library: Library, context: LoaderContext) => Promise<Entry[]>;

function store(entries: readonly Entry[], context: LoaderContext): void {
  context.store.clear();
  for (const entry of entries) context.store.set(entry);
}

/** A collection that a dev server keeps up to date. */
interface Follower {
  entriesOf: Entries;
  context: LoaderContext;
}

/** Collections to update, by root folder and collection name; a restarted server replaces them. */
const followers = new Map<string, Map<string, Follower>>();

const watched = new WeakSet<NonNullable<LoaderContext['watcher']>>();

function follow(root: string, name: string, follower: Follower): void {
  const { watcher, logger } = follower.context;
  if (!watcher) return;
  const all = followers.get(root) ?? new Map<string, Follower>();
  followers.set(root, all.set(name, follower));
  if (watched.has(watcher)) return;
  watched.add(watcher);

  const content = path.join(root, 'content');
  let settled: AbortController | undefined;
  // Serializes updates, so the latest change wins.
  let taken = Promise.resolve();
  watcher.add(content);
  watcher.on('all', (_event, changed) => {
    if (!changed.startsWith(content + path.sep)) return;
    settled?.abort();
    settled = new AbortController();
    setTimeout(SETTLED_MS, undefined, { signal: settled.signal }).then(
      () => {
        taken = taken
          .then(() => takeChange(root, [...all.values()]))
          .catch((error: unknown) => logger.error(String(error)));
      },
      () => undefined,
    );
  });
}

/** Reads the library again and updates all collections together, so no page mixes old and new content. */
async function takeChange(root: string, all: readonly Follower[]): Promise<void> {
  readings.delete(root);
  const library = await reading(root);
  const prepared = await Promise.all(
    all.map(async ({ entriesOf, context }) => ({
      context,
      entries: await entriesOf(library, context),
    })),
  );
  for (const { entries, context } of prepared) store(entries, context);
}

/**
 * Creates a content loader that fills a collection from the checked library.
 * A build stops if there are problems; a dev server leaves out the articles that have them.
 *
 * @param name name of the collection
 */
export function libraryLoader(name: string, entriesOf: Entries): Loader {
  return {
    name,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const library = await reading(root);
      if (library.problems.length > 0 && !context.watcher) {
        throw new LibraryError(library.problems, root);
      }
      store(await entriesOf(library, context), context);
      follow(root, name, { entriesOf, context });
    },
  };
}
