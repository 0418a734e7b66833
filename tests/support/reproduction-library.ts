import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { libraryWith, type Edit } from './library-copy.ts';

/** Folder of the reproduction that `libraryWithReproduction` adds to the fixture library. */
export const REPRODUCTION = 'content/articles/demo-crash/reproduce';

/** Copies the fixture library, edits it, and adds a reproduction to its first article. Returns the folder. */
export function libraryWithReproduction(files: Record<string, string>, ...edits: Edit[]): string {
  const root = libraryWith(...edits);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, REPRODUCTION, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}
