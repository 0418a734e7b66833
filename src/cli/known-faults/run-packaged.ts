#!/usr/bin/env node
/** `known-faults` in the published package: answers from the articles at the time it was packed. */
import '../require-node.mjs';
import { readFile } from 'node:fs/promises';
import { knowledgeFile, tablesFile } from '../../api/published-knowledge.ts';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { baseContext } from '../shared/command-context.ts';
import { runCommand } from '../shared/run-command.ts';
import { knownFaults } from './known-faults.ts';

const readJson = async (name: string) =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));

await runCommand(knownFaults, {
  ...baseContext(),
  async loadKnowledge(locale) {
    const knowledge = await readJson(knowledgeFile(locale ?? defaultLocale));
    return { ...knowledge, tables: await readJson(tablesFile) };
  },
  readVersion: async () => (await readJson('package.json')).version,
});
