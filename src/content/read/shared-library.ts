import path from 'node:path';
import type { Library } from './library-model.ts';
import { LibraryReader } from './read-library.ts';

/** A library as it was read last. */
interface SharedLibrary {
  reader: LibraryReader;
  library: Promise<Library>;
}

/**
 * Where everything that runs in a process finds the libraries. A variable of this module would not do: the configuration
 * loads the module as a file, the pages have it in their bundle.
 */
const KEY = Symbol.for('known-faults.libraries');

const registry = globalThis as { [KEY]?: Map<string, SharedLibrary> };

/** By project root. */
const libraries = (): Map<string, SharedLibrary> => (registry[KEY] ??= new Map());

/**
 * Returns the library of a project. The first call reads it, all others in the same process share the result.
 *
 * @param root the project's root folder
 */
export function sharedLibrary(root: string): Promise<Library> {
  return libraries().get(path.resolve(root))?.library ?? reloadSharedLibrary(root);
}

/**
 * Reads the library of a project again, for everything that asks for it from now on.
 *
 * @param root the project's root folder
 * @param changed slugs of the articles whose folders have changed; without them, everything is read by the code as it is now
 */
export function reloadSharedLibrary(root: string, changed?: ReadonlySet<string>): Promise<Library> {
  const key = path.resolve(root);
  const known = changed && libraries().get(key)?.reader;
  const reader = known ?? new LibraryReader(root);
  const library = reader.read(undefined, known && changed);
  libraries().set(key, { reader, library });
  return library;
}
