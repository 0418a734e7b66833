import path from 'node:path';
import type { Library } from './library-model.ts';
import { readLibrary } from './read-library.ts';

/**
 * Where everything that runs in a process finds the libraries. A variable of this module would not do: the configuration
 * loads the module as a file, the pages have it in their bundle.
 */
const KEY = Symbol.for('known-faults.libraries');

const registry = globalThis as { [KEY]?: Map<string, Promise<Library>> };

function libraries(): Map<string, Promise<Library>> {
  return (registry[KEY] ??= new Map());
}

/**
 * Returns the library of a project. The first call reads it, all others in the same process share the result.
 *
 * @param root the project's root folder
 */
export function sharedLibrary(root: string): Promise<Library> {
  return libraries().get(path.resolve(root)) ?? reloadSharedLibrary(root);
}

/** Reads the library of a project again, for everything that asks for it from now on. */
export function reloadSharedLibrary(root: string): Promise<Library> {
  const library = readLibrary(root);
  libraries().set(path.resolve(root), library);
  return library;
}
