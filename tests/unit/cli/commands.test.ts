import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { addressCommand } from '../../../src/cli/address/address-command.ts';
import { auditCommand } from '../../../src/cli/audit/audit-command.ts';
import { checkCommand } from '../../../src/cli/check/check-command.ts';
import { runAndDiagnose } from '../../../src/cli/run/run-and-diagnose.ts';
import { showCommand } from '../../../src/cli/show/show-command.ts';
import { updateMessagesCommand } from '../../../src/cli/update-messages/update-messages-command.ts';
import { updateTablesCommand } from '../../../src/cli/update-tables/update-tables-command.ts';
import { diagnoseCommand } from '../../../src/cli/diagnose/diagnose-command.ts';
import { generateSchemasCommand } from '../../../src/cli/generate-schemas/generate-schemas-command.ts';
import { newCommand } from '../../../src/cli/new/new-command.ts';
import { packCommand } from '../../../src/cli/pack/pack-command.ts';
import { serveCommand } from '../../../src/cli/serve/serve-command.ts';
import { updateAddressesCommand } from '../../../src/cli/update-addresses/update-addresses-command.ts';
import { updateReleasesCommand } from '../../../src/cli/update-releases/update-releases-command.ts';
import { updateUpstreamCommand } from '../../../src/cli/update-upstream/update-upstream-command.ts';
import { fuzzCommand } from '../../fuzz/fuzz-command.ts';
import { testContext } from '../../support/mock-server.ts';

const COMMANDS = [
  ['npx known-faults address', addressCommand],
  ['npx known-faults audit', auditCommand],
  ['npx known-faults diagnose', diagnoseCommand],
  ['npx known-faults run', runAndDiagnose],
  ['npx known-faults show', showCommand],
  ['npm run check', checkCommand],
  ['npm run fuzz', fuzzCommand],
  ['npm run generate:schemas', generateSchemasCommand],
  ['npm run new', newCommand],
  ['npm run pack', packCommand],
  ['npm run serve', serveCommand],
  ['npm run update:addresses', updateAddressesCommand],
  ['npm run update:messages', updateMessagesCommand],
  ['npm run update:releases', updateReleasesCommand],
  ['npm run update:tables', updateTablesCommand],
  ['npm run -s update:upstream', updateUpstreamCommand],
] as const;

/** Commands of readers, who may speak Chinese. */
const LOCALIZED = COMMANDS.filter(([name]) => name.startsWith('npx known-faults'));

const CHINESE = { LANG: 'zh_CN.UTF-8' };

/** Runs a command in a folder that does not exist: it must answer without any file. */
async function run(command: (typeof COMMANDS)[number][1], arg: string, env = {}) {
  const loadKnowledge = () => Promise.reject(new Error('not needed'));
  const context = testContext('/nowhere', env, { loadKnowledge, module: '' });
  const code = await command([arg], context);
  return { code, out: context.stdout.text, err: context.stderr.text };
}

test.each(COMMANDS)('%s --help prints the usage', async (name, command) => {
  for (const option of ['--help', '-h']) {
    const { code, out, err } = await run(command, option);
    expect(out).toMatch(new RegExp(`^Usage: ${name}\\b`));
    expect([code, err]).toEqual([0, '']);
  }
});

test.each(COMMANDS)('%s --help fits into 80 columns', async (_name, command) => {
  const { out } = await run(command, '--help');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test.each(LOCALIZED)(
  '%s --help has the same options in Chinese, in 80 columns',
  async (name, command) => {
    const english = await run(command, '--help');
    const { code, out, err } = await run(command, '--help', CHINESE);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^用法：${name}\\b`));
    const options = (text: string) => text.match(/^ {2}--?[\w-]+/gm);
    expect(options(out)).toEqual(options(english.out));
    expect(out.slice(out.indexOf('npx', out.indexOf('示例：')))).toBe(
      english.out.slice(english.out.indexOf('npx', english.out.indexOf('Examples:'))),
    );
    expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  },
);

test.each(LOCALIZED)('%s answers a mistyped option in Chinese', async (name, command) => {
  expect(await run(command, '--lagn', CHINESE)).toEqual({
    code: 2,
    out: '',
    err: `没有选项 --lagn。是不是要写 --lang？\n用法见 \`${name} --help\`。\n`,
  });
});

test('commands of contributors speak English everywhere', async () => {
  const { out } = await run(checkCommand, '--help', CHINESE);
  expect(out).toMatch(/^Usage: npm run check[\s\S]*\n\nExamples:\n/);
});

test.each(COMMANDS)('%s --help ends with two examples', async (name, command) => {
  const { out } = await run(command, '--help');
  const [, examples = ''] = out.split('\n\nExamples:\n');
  // A call that takes several lines goes on with a deeper indentation.
  const calls = examples.trimEnd().split(/\n(?= {2}\S)/);
  expect(calls).toHaveLength(2);
  for (const call of calls) expect(call).toContain(name);
});

test.each(COMMANDS)('%s rejects an unknown option in one sentence', async (name, command) => {
  const help = name.startsWith('npm ') ? `${name} -- --help` : `${name} --help`;
  expect(await run(command, '--colour')).toEqual({
    code: 2,
    out: '',
    err: `Unknown option: --colour.\nTry \`${help}\`.\n`,
  });
});

test.each([
  ['--hlep', 'Unknown option: --hlep. Did you mean --help?'],
  ['--jsno', 'Unknown option: --jsno. Did you mean --json?'],
  ['-x', 'Unknown option: -x.'],
  ['--limit', '--limit: found no value; allowed: --limit VALUE.'],
  ['--json=yes', '--json: found a value; allowed: the option alone.'],
])('%s is refused with: %s', async (arg, message) => {
  const { code, err } = await run(diagnoseCommand, arg);
  expect([code, err.split('\n')[0]]).toEqual([2, message]);
});

test('an option without its value before another option is refused', async () => {
  const context = testContext('/nowhere', {}, { loadKnowledge: () => Promise.reject() });
  await auditCommand(['--python', '--json'], context);
  expect(context.stderr.text).toContain('--python: found no value; allowed: --python VALUE.\n');
});
