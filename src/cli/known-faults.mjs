#!/usr/bin/env node
/**
 * `npx known-faults` in a clone, under any Node that the machine has: prepares the clone, then runs the command, in a
 * process of the Node that the packages bring if this one is too old.
 */
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

// Files are named relative to the caller's folder; the bootstrap changes to the clone's.
const folder = process.cwd();
const { MIN_BUILD_MAJOR } = await import('./bootstrap.mjs');
if (Number(process.versions.node.split('.')[0]) >= MIN_BUILD_MAJOR) {
  process.chdir(folder);
  await import('./known-faults/run-in-clone.ts');
} else {
  const { status } = spawnSync(
    path.resolve('node_modules/.bin/node'),
    [path.resolve('src/cli/known-faults/run-in-clone.ts'), ...process.argv.slice(2)],
    { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  process.exitCode = status ?? 1;
}
