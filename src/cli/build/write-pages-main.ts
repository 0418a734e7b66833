/** Program of the process in which Astro writes the pages. */
import '../no-telemetry.mjs';
import { inspect, stripVTControlCharacters } from 'node:util';
import { build } from 'astro';
import { baseContext } from '../shared/command-context.ts';
import { buildPhases } from './build-phases.ts';

/** Returns what stopped a build. Problems in `content/` have no stack: their message names file and line. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return inspect(error);
  return stripVTControlCharacters(error.stack || error.message);
}

const { root, stdout, stderr } = baseContext();
const isVerbose = process.argv.includes('--verbose');
const phases = buildPhases(stdout, stderr, () => performance.now());
// Without the parent, the site would stay unfinished.
process.once('disconnect', () => process.exit(1));
// The listener alone keeps no process alive.
process.channel?.unref();
try {
  await build({
    root,
    logLevel: isVerbose ? 'info' : 'warn',
    ...(!isVerbose && { integrations: [phases] }),
  });
} catch (error) {
  stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
