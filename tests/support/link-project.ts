import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

/** Links the sources and packages of this project into a folder: a project with an empty cache. */
export function linkProject(folder: string): void {
  for (const name of ['src', 'node_modules', 'package.json']) {
    symlinkSync(path.join(root, name), path.join(folder, name));
  }
}
