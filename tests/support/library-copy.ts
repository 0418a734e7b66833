import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { FIXTURE_LIBRARY } from './root.ts';

/** A replacement in a file of the fixture library. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

/** Copies the fixture library into a temporary folder, edits it, and removes it after the test. Returns the folder. */
export function libraryWith(...edits: Edit[]): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(FIXTURE_LIBRARY, root, { recursive: true });
  for (const { file, from, to } of edits) {
    const target = path.join(root, file);
    const text = readFileSync(target, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    writeFileSync(
      target,
      text.replace(from, () => to),
    );
  }
  return root;
}
