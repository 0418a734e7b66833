import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { LibraryError } from '../read/library-error.ts';
import type { Library } from '../read/library-model.ts';
import { sharedLibrary } from '../read/shared-library.ts';
import { LibraryWatcher } from './library-watcher.ts';

/** A text in a collection. It has no data: pages take the facts from `src/site/library.ts`. */
export interface TextEntry {
  id: string;
  /** Path from the project's root, by which editors find the schema of the front matter. */
  filePath: string;
  /** True for a text that Astro renders when a page asks for it. */
  deferredRender: boolean;
}

/** Lists the entries of a collection. */
type ListEntries = (library: Library) => TextEntry[];

/** By project root. Astro evaluates the content configuration again on each restart; the watchers outlive that. */
const watchers = new Map<string, LibraryWatcher>();

function watcherOf(root: string): LibraryWatcher {
  const watcher = watchers.get(root) ?? new LibraryWatcher(root);
  watchers.set(root, watcher);
  return watcher;
}

function store({ store }: LoaderContext, entries: readonly TextEntry[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const entry of entries) {
    // An entry with the same digest is left as it is.
    store.set({ ...entry, data: {}, digest: `${entry.filePath} ${entry.deferredRender}` });
  }
}

/**
 * Creates a content loader that lists the texts of the validated library. A build stops at problems; a dev server leaves
 * out the articles that have one.
 *
 * Facts and texts stay out of Astro's store: a dev server writes and parses the whole store after every edit, which takes
 * seconds with thousands of articles.
 *
 * @param collection name of the collection
 */
export function libraryLoader(collection: string, listEntries: ListEntries): Loader {
  return {
    name: collection,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      if (context.watcher) {
        const update = (library: Library) => store(context, listEntries(library));
        await watcherOf(root).follow(collection, update, context);
        return;
      }
      const library = await sharedLibrary(root);
      if (library.problems.length > 0) throw new LibraryError(library.problems, root);
      store(context, listEntries(library));
    },
  };
}
