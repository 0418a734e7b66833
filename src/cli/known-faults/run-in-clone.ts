/** `known-faults` in a clone: answers from the articles in `content/`. */
import { readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { baseContext } from '../shared/command-context.ts';
import { runCommand } from '../shared/run-command.ts';
import { siteAddress } from '../shared/site-address.ts';
import { knownFaults } from './known-faults.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const site = () => siteAddress(process.env) ?? 'http://localhost:4321';

// Loading what reads the articles takes longer than everything else: it is loaded when it is called, compiled already.
enableCompileCache();
await runCommand(knownFaults, {
  ...baseContext(),
  loadKnowledge: async (locale) => {
    const { loadCommandKnowledge } = await import('./command-knowledge.ts');
    return loadCommandKnowledge(root, site(), locale);
  },
  readVersion: async () =>
    JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')).version,
  articleText: async (slug, locale) => {
    const { readArticleText } = await import('../show/article-text.ts');
    return readArticleText(root, site(), slug, locale);
  },
});
