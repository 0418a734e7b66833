import type { Library } from '../content/read/library-model.ts';
import { sharedLibrary } from '../content/read/shared-library.ts';
import { projectRoot } from './project-root.ts';

/** Returns the library as the content loaders read it. A dev server returns the articles after the latest edit. */
export const sourceLibrary = (): Promise<Library> => sharedLibrary(projectRoot);
