#!/usr/bin/env node
/** The command `known-faults` in the published package: it knows what stood in `content/` when that was made. */
import { readFile } from 'node:fs/promises';
import { knownFaults } from './known-faults.ts';
import type { CommandKnowledge } from './command-knowledge.ts';

const file = new URL('knowledge.json', import.meta.url);

process.exitCode = await knownFaults(
  process.argv.slice(2),
  async () => JSON.parse(await readFile(file, 'utf8')) as CommandKnowledge,
);
