/** `npm run build`: builds the site into `dist/` and prints in a few lines what was built. */
import '../no-telemetry.mjs';
import path from 'node:path';
import { inspect, stripVTControlCharacters } from 'node:util';
import { build } from 'astro';
import { alignColumns } from '../shared/align-columns.ts';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { INDENT } from '../shared/terminal-text.ts';
import { buildPhases } from './build-phases.ts';
import { formatBytes, formatCount, formatDuration } from './format-size.ts';
import { hostWarnings } from './host-limits.ts';
import { siteSize, type SiteSize } from './site-size.ts';

const USAGE = `Usage: npm run build [-- --verbose]

Builds the site into dist/ and prints what it consists of. Warns when the site
comes near a limit of a host.

  --verbose  print every page, and what Astro says

Exit code: 0 built, 1 not built, 2 usage error.`;

/** Returns what a site consists of, one line for each group of files. */
export function describeSite(name: string, size: SiteSize, ms: number): string {
  const total = `${name}/: ${formatCount(size.files)} files, ${formatBytes(size.bytes)}, in ${formatDuration(ms)}`;
  const rows = size.groups
    .filter(({ files }) => files > 0)
    .map(({ name, files, bytes }) => [name, `${formatCount(files)} files`, formatBytes(bytes)]);
  const lines = [total, ...alignColumns(rows).map((row) => INDENT + row)];
  return [...lines, ...hostWarnings(size).map((warning) => `warning: ${warning}`)].join('\n');
}

/** Returns what stopped a build. Problems in `content/` have no stack: their message names file and line. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return inspect(error);
  return stripVTControlCharacters(error.stack || error.message);
}

export const buildCommand = defineCommand({
  name: 'npm run build',
  usage: USAGE,
  examples: ['npm run build', 'npm run build -- --verbose'],
  options: { verbose: { type: 'boolean' } },
  async run({ values: { verbose = false } }, { root, stdout, stderr }) {
    const started = performance.now();
    const phases = buildPhases(stdout, stderr, () => performance.now());
    try {
      await build({
        root,
        logLevel: verbose ? 'info' : 'warn',
        ...(!verbose && { integrations: [phases] }),
      });
    } catch (error) {
      stderr.write(`${describeError(error)}\n`);
      return 1;
    }
    const folder = path.join(root, 'dist');
    const description = describeSite('dist', await siteSize(folder), performance.now() - started);
    stdout.write(`${description}\n`);
    return 0;
  },
});

if (import.meta.main) await runCommand(buildCommand, baseContext());
