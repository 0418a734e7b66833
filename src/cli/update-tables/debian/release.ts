import path from 'node:path';
import type { Contents } from './contents.ts';
import { indexSharedLibraries, type SharedLibrary } from './library-names.ts';
import { readContents } from './read-contents.ts';

/** A release of Debian as its Contents indexes describe it. */
export interface Release {
  files: Contents;
  /** By link name. */
  sharedLibraries: ReadonlyMap<string, readonly SharedLibrary[]>;
}

/** Reads `<folder>/debian/<codename>/Contents-*.gz`. */
export async function readRelease(folder: string, codename: string): Promise<Release> {
  const files = await readContents(path.join(folder, 'debian', codename));
  return { files, sharedLibraries: indexSharedLibraries(files) };
}
