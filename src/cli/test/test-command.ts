import { spawn } from 'node:child_process';
import '../no-telemetry.mjs';

interface Step {
  title: string;
  command: string;
  args: string[];
}

const step = (title: string, command: string, ...args: string[]): Step => ({
  title,
  command,
  args,
});

/** Shows problems of articles beside their lines in a pull request on GitHub. */
const annotations = process.env['GITHUB_ACTIONS'] ? ['--format', 'github'] : [];

/** Checks that keep one core busy. The lanes run side by side and take about as long as each other. */
const lanes: Step[][] = [
  [
    step('Types', 'astro', 'check'),
    step('Format', 'prettier', '--check', '--log-level', 'warn', '.'),
    step('Articles', 'node', 'src/cli/check/check-command.ts', ...annotations),
    step('Spelling and terms', 'cspell', '--no-progress', '--quiet'),
    step('House style', 'node', 'src/cli/check/house-style-command.ts'),
    step('Form of the text', 'markdownlint-cli2'),
    step('Build', 'node', 'src/cli/build/build-command.ts'),
  ],
  [step('Lint', 'eslint', '.')],
];

/** Tests, which start two workers themselves. */
const tests: Step[] = [
  step('Unit tests', 'vitest', 'run', '--project', 'unit'),
  step('The built site', 'vitest', 'run', '--project', 'site'),
  step('Browser tests', 'playwright', 'test', '--project', 'e2e'),
];

const stop = new AbortController();

/**
 * Runs a step and prints its title and duration.
 *
 * @param isLive prints its output at once; otherwise only when it fails, so that two steps do not mix
 * @throws {Error} naming the step and the command that runs it alone
 */
async function run({ title, command, args }: Step, isLive: boolean): Promise<void> {
  if (isLive) console.log(`\n${title}`);
  const started = Date.now();
  let output = '';
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      signal: stop.signal,
    });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  if (stop.signal.aborted) return;
  const seconds = Math.round((Date.now() - started) / 1000);
  if (code === 0) return console.log(`✓ ${title} (${seconds} s)`);
  stop.abort();
  console.error(`✗ ${title} (${seconds} s)\n${output}`);
  throw new Error(`${title} failed. To run it alone: npx ${command} ${args.join(' ')}`);
}

async function runAll(steps: Step[], isLive: boolean): Promise<void> {
  for (const next of steps) {
    if (!stop.signal.aborted) await run(next, isLive);
  }
}

const started = Date.now();
try {
  await Promise.all(lanes.map((lane) => runAll(lane, false)));
  await runAll(tests, true);
  const count = lanes.flat().length + tests.length;
  console.log(`\nAll ${count} steps passed in ${Math.round((Date.now() - started) / 1000)} s.`);
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
