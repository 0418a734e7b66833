import type { Library } from '../content/read/library-model.ts';
import { sourceLibrary } from './source-library.ts';

/**
 * Returns a function that computes a value from the library when it is first called, and shares the result: for the rest
 * of a build, or until the next edit in a dev server.
 */
export function oncePerLibrary<T>(compute: (library: Library) => T): () => Promise<T> {
  let computed: { library: Library; value: T } | undefined;
  return async () => {
    const library = await sourceLibrary();
    if (computed?.library !== library) computed = { library, value: compute(library) };
    return computed.value;
  };
}
