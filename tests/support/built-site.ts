import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The site that `npm run build` made. */
export const dist = path.join(root, 'dist');

/** Paths of all files below a folder, with slashes, in order. */
export function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/** The HTML pages of a built site. */
export const pagesOf = (dir: string) => filesOf(dir).filter((file) => file.endsWith('.html'));

/** A digest of every file of a built site. */
export function digestsOf(dir: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(dir).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(dir, file)))
        .digest('hex'),
    ]),
  );
}

/** Builds a site as `npm run build` does; the output comes back whatever the result. */
export async function build(
  options: { cwd?: string; outDir?: string; env?: Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  const { cwd = root, outDir, env = {} } = options;
  // Vitest speaks to its own modules through these; Vite in the build would listen too.
  const { BASE_URL, MODE, DEV, PROD, SSR, NODE_ENV, VITEST, ...inherited } = process.env;
  const args = ['build', ...(outDir === undefined ? [] : ['--outDir', outDir])];
  const child = spawn(path.join(root, 'node_modules/.bin/astro'), args, {
    cwd,
    env: { ...inherited, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number>((resolve) => child.on('close', (n) => resolve(n ?? 1)));
  return { code, output };
}
