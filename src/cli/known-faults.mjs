#!/usr/bin/env node
/**
 * `npx known-faults` in a clone, under any Node that the machine has: prepares the clone, then runs the command under
 * the Node that the packages bring.
 */
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

// Files are named relative to the caller's folder; the bootstrap changes to the clone's.
const folder = process.cwd();
await import('./bootstrap.mjs');
const { status } = spawnSync(
  path.resolve('node_modules/.bin/node'),
  [path.resolve('src/cli/known-faults/run-in-clone.ts'), ...process.argv.slice(2)],
  { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exitCode = status ?? 1;
