#!/usr/bin/env node
/**
 * `npx known-faults` in a clone, under whatever Node the machine has: makes the clone ready, then runs the command
 * with the Node that the packages bring.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const folder = process.cwd();
await import('./bootstrap.mjs');
const { status } = spawnSync(
  path.resolve('node_modules/.bin/node'),
  [path.resolve('src/cli/known-faults/run-in-clone.ts'), ...process.argv.slice(2)],
  // The reader's folder, since the files are named from there.
  { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exitCode = status ?? 1;
