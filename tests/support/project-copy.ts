import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './built-site.ts';

/** A copy of the project with other content, in a folder of its own that the caller removes. */
export function projectCopy(content: string): string {
  const workshop = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(root, name), path.join(workshop, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(workshop, 'node_modules'));
  cpSync(content, path.join(workshop, 'content'), { recursive: true });
  return workshop;
}
