import { spawnSync } from 'node:child_process';

/** On GitHub what is said of an article stands beside its line in the pull request. */
const annotations = process.env['GITHUB_ACTIONS'] ? ['--format', 'github'] : [];

/** Everything that must hold before a change is done, cheapest first. */
const steps = [
  ['Types', 'astro', ['check']],
  ['Lint', 'eslint', ['.']],
  ['Format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['Articles', 'node', ['src/cli/check/check-command.ts', ...annotations]],
  ['Spelling and terms', 'cspell', ['--no-progress', '--quiet']],
  ['Form of the text', 'markdownlint-cli2', []],
  ['Unit tests', 'vitest', ['run', '--project', 'unit']],
  ['Build', 'astro', ['build', '--silent']],
  ['The built site', 'vitest', ['run', '--project', 'site']],
  ['Browser tests', 'playwright', ['test']],
] as const;

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
const started = Date.now();

for (const [index, [title, command, args]] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${title}: ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (status === 0) continue;
  if (error) console.error(error.message);
  console.error(`\n${title} failed. Alone it is run by: npx ${command} ${args.join(' ')}`);
  process.exit(1);
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`\nAll ${steps.length} steps passed in ${seconds} s.`);
