import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readLibrary } from '../../content/read/read-library.ts';
import { actionKnowledge } from './action-files.ts';
import { bundle } from './bundle.ts';

const HEADER = `// Generated from src/action by \`npm run pack -- action\`. Licenses of the bundled packages: LICENSES.txt.\n`;

/** Builds the script of the Action and its licenses; returns the texts by file name. */
export async function actionScript(root: string): Promise<Record<string, string>> {
  const { code, licenses } = await bundle(root, 'src/action/main.ts', 'node24');
  return { 'index.mjs': HEADER + code, 'LICENSES.txt': licenses };
}

/**
 * Builds the GitHub Action, all but `action.yml`. Its folder is committed, because GitHub runs it without a build.
 *
 * @returns a summary to print
 */
export async function packAction(root: string, target: string): Promise<string> {
  const library = await readLibrary(root);
  const files = { ...(await actionScript(root)), ...actionKnowledge(library) };
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(target, name), text);
  return `${library.articles.length} faults, ${Object.keys(files).join(', ')}`;
}
