import { fork } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FINISHED_BY_PARENT } from '../../integrations/finish.ts';
import type { WrittenPages } from '../../integrations/finish-site.ts';

const PROGRAM = fileURLToPath(new URL('write-pages-main.ts', import.meta.url));

/** Returns the heap limit of Astro's process in MB. Chosen: without it, 5,000 articles take 0.9 GB more and as long. */
const heapFor = (articles: number): number => Math.ceil(800 + 0.15 * articles);

/**
 * Writes the pages of the site with Astro, in a process whose memory is free afterwards.
 *
 * @param isVerbose prints every page
 * @returns `undefined` if Astro failed, which it has reported
 * @throws {Error} if the process was killed
 */
export async function writePages(
  root: string,
  isVerbose: boolean,
): Promise<WrittenPages | undefined> {
  const articles = await readdir(path.join(root, 'content/articles')).catch(() => []);
  const heap = heapFor(articles.length);
  const child = fork(PROGRAM, isVerbose ? ['--verbose'] : [], {
    cwd: root,
    env: {
      ...process.env,
      [FINISHED_BY_PARENT]: '1',
      // The last one counts, so that the user can set another limit.
      NODE_OPTIONS: `--max-old-space-size=${heap} ${process.env['NODE_OPTIONS'] ?? ''}`,
    },
  });
  return new Promise((resolve, reject) => {
    let pages: WrittenPages | undefined;
    child.once('message', (message: WrittenPages) => (pages = message));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal) reject(new Error(`The process that writes the pages was ended by ${signal}.`));
      else resolve(code === 0 ? pages : undefined);
    });
  });
}
