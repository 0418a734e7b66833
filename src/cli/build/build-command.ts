/** `npm run build`: builds the site into `dist/` and prints in a few lines what was built. */
import { finishSite } from '../../integrations/finish-site.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { INDENT } from '../shared/terminal-text.ts';
import { formatBytes, formatCount, formatDuration } from './format-size.ts';
import { hostWarnings } from './host-limits.ts';
import { siteSize, type SiteSize } from './site-size.ts';
import { writePages } from './write-pages.ts';

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

export const buildCommand = defineCommand({
  name: 'npm run build',
  usage: USAGE,
  examples: ['npm run build', 'npm run build -- --verbose'],
  options: { verbose: { type: 'boolean' } },
  async run({ values: { verbose = false } }, { root, stdout, stderr }) {
    const started = performance.now();
    const pages = await writePages(root, verbose);
    if (!pages) return 1;
    const written = performance.now();
    await finishSite(pages, (message) => stderr.write(`warning: ${message}\n`));
    const duration = formatDuration(performance.now() - written);
    stdout.write(`✓ full-text index, forwarding addresses (${duration})\n`);
    const size = await siteSize(pages.folder);
    const description = describeSite('dist', size, performance.now() - started);
    stdout.write(`${description}\n`);
    return 0;
  },
});

if (import.meta.main) await runCommand(buildCommand, baseContext());
