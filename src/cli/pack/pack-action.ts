/** Makes what the GitHub Action consists of, beside its `action.yml`: `action/` is committed, since GitHub runs it as it is. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readLibrary } from '../../content/read/read-library.ts';
import { actionKnowledge } from './write-action-knowledge.ts';
import { bundle } from './bundle.ts';

const HEADER = `// Made from src/action by \`npm run pack -- action\`. Licenses of what is in it: LICENSES.txt.\n`;

/** The script of the Action and its licenses, by the names of their files. */
export async function actionScript(root: string): Promise<Record<string, string>> {
  const { code, licenses } = await bundle(root, 'src/action/main.ts', 'node24');
  return { 'index.mjs': HEADER + code, 'LICENSES.txt': licenses };
}

/**
 * Writes the Action into a folder.
 *
 * @returns what was made, for people
 */
export async function packAction(root: string, target: string): Promise<string> {
  const { articles } = await readLibrary(root);
  const files = { ...(await actionScript(root)), ...actionKnowledge(articles) };
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(target, name), text);
  return `${articles.length} faults, ${Object.keys(files).join(', ')}`;
}
