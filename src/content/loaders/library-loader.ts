import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { printable } from '../../domain/text/characters.ts';
import { LibraryError } from '../read/library-error.ts';
import type { Library } from '../read/library-model.ts';
import { reloadSharedLibrary, sharedLibrary } from '../read/shared-library.ts';

/** Editors save in several steps and Git writes many files: events closer together than this are one change. */
const DEBOUNCE_MS = 50;

export type Entry = Parameters<DataStore['set']>[0];

/** Makes the entries of a collection. */
type MakeEntries = (library: Library, context: LoaderContext) => Promise<Entry[]>;

/** A collection that is updated when `content/` changes. */
interface Subscriber {
  makeEntries: MakeEntries;
  context: LoaderContext;
}

/** The collections of one project. */
class LibraryCollections {
  readonly #root: string;
  /** By collection. A restarted dev server replaces them. */
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #watchers = new WeakSet<NonNullable<LoaderContext['watcher']>>();
  #reloads = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  subscribe(collection: string, subscriber: Subscriber): void {
    const { watcher, logger } = subscriber.context;
    if (!watcher) return;
    this.#subscribers.set(collection, subscriber);
    if (this.#watchers.has(watcher)) return;
    this.#watchers.add(watcher);

    const content = path.join(this.#root, 'content');
    let pending: AbortController | undefined;
    watcher.add(content);
    watcher.on('all', (_event, file) => {
      if (!file.startsWith(content + path.sep)) return;
      pending?.abort();
      pending = new AbortController();
      setTimeout(DEBOUNCE_MS, undefined, { signal: pending.signal }).then(
        () => {
          // One at a time: the last change must be the last one stored.
          this.#reloads = this.#reloads
            .then(() => this.#reload())
            .catch((error: unknown) => logger.error(printable(String(error))));
        },
        () => undefined,
      );
    });
  }

  /** Reads the library again and updates all collections together, so that no page mixes old and new entries. */
  async #reload(): Promise<void> {
    const library = await reloadSharedLibrary(this.#root);
    const updates = await Promise.all(
      [...this.#subscribers.values()].map(async ({ makeEntries, context }) => ({
        context,
        entries: await makeEntries(library, context),
      })),
    );
    for (const { context, entries } of updates) store(context, entries);
  }
}

/** By project root. Astro evaluates the content configuration again on each restart; these outlive that. */
const projects = new Map<string, LibraryCollections>();

function collectionsOf(root: string): LibraryCollections {
  const collections = projects.get(root) ?? new LibraryCollections(root);
  projects.set(root, collections);
  return collections;
}

function store({ store }: LoaderContext, entries: readonly Entry[]): void {
  store.clear();
  for (const entry of entries) store.set(entry);
}

/**
 * Creates a content loader that fills a collection from the validated library. A build stops at problems; a dev server
 * leaves out the articles that have one.
 *
 * @param collection name of the collection
 */
export function libraryLoader(collection: string, makeEntries: MakeEntries): Loader {
  return {
    name: collection,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const library = await sharedLibrary(root);
      if (library.problems.length > 0 && !context.watcher) {
        throw new LibraryError(library.problems, root);
      }
      store(context, await makeEntries(library, context));
      collectionsOf(root).subscribe(collection, { makeEntries, context });
    },
  };
}
