/**
 * Makes the npm package `known-faults` in `dist-package/`: one script for Node 20 and later without dependencies, and
 * what it knows, so that it answers offline. `npm publish dist-package` then publishes it.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { knowledgeOf } from './knowledge.ts';
import { siteAddress } from './site-address.ts';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'dist-package');
const site = siteAddress(process.env);

if (!site) {
  console.error(
    'SITE_URL is not set: the answers would lead nowhere. Set it to where the site stands.',
  );
  process.exit(2);
}

await rm(target, { recursive: true, force: true });
await mkdir(target);

const bundle = await rolldown({
  input: path.join(import.meta.dirname, 'packaged.ts'),
  platform: 'node',
  transform: { target: 'node20' },
});
await bundle.write({ file: path.join(target, 'known-faults.mjs'), format: 'esm', minify: false });

const knowledge = await knowledgeOf(root, site);
await writeFile(path.join(target, 'knowledge.json'), JSON.stringify(knowledge));

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
console.log(`dist-package: ${Object.keys(knowledge.cards).length} faults, for ${site}`);
