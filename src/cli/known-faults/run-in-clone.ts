/** `known-faults` in a clone: answers from the articles in `content/`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { baseContext } from '../shared/command-context.ts';
import { runCommand } from '../shared/run-command.ts';
import { siteAddress } from '../shared/site-address.ts';
import { loadCommandKnowledge } from './command-knowledge.ts';
import { knownFaults } from './known-faults.ts';

const root = path.resolve(import.meta.dirname, '../../..');

await runCommand(knownFaults, {
  ...baseContext(),
  loadKnowledge: async (locale) =>
    loadCommandKnowledge(root, siteAddress(process.env) ?? 'http://localhost:4321', locale),
  readVersion: async () =>
    JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')).version,
});
