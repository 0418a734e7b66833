import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { knowledgeFile, tablesFile } from '../../api/published-knowledge.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { locales } from '../../domain/vocabulary.ts';
import { bundle } from './bundle.ts';
import { loadCommandKnowledge } from '../known-faults/command-knowledge.ts';

/**
 * Builds the npm package `known-faults`: one script without dependencies for Node 20 and later, and the knowledge as a
 * file, so that it works offline.
 *
 * @param target folder; it is emptied first
 * @param site address of the site with the articles
 * @returns a summary to print
 */
export async function packCli(root: string, target: string, site: string): Promise<string> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  const { code, licenses } = await bundle(root, 'src/cli/known-faults/run-packaged.ts', 'node20');
  await writeFile(path.join(target, 'known-faults.mjs'), code);
  await writeFile(path.join(target, 'LICENSES.txt'), licenses);

  for (const locale of locales) {
    const { tables, ...knowledge } = { ...(await loadCommandKnowledge(root, site, locale)) };
    await writeFile(path.join(target, knowledgeFile(locale)), JSON.stringify(knowledge));
    await writeFile(path.join(target, tablesFile), JSON.stringify(tables));
  }

  const { name, version, description, license } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const manifest = {
    name,
    version,
    description,
    license,
    homepage: site,
    type: 'module',
    bin: { 'known-faults': 'known-faults.mjs' },
    engines: { node: '>=20' },
  };
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ['README.md', 'LICENSE']) {
    await copyFile(path.join(root, file), path.join(target, file));
  }
  return `${(await readLibrary(root)).articles.length} faults, for ${site}`;
}
