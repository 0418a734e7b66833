import { expect, test } from 'vitest';
import { addressCommand } from '../../../src/cli/address/address-command.ts';
import { auditCommand } from '../../../src/cli/audit/audit-command.ts';
import { checkCommand } from '../../../src/cli/check/check-command.ts';
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
  ['npm run check', checkCommand],
  ['npm run fuzz', fuzzCommand],
  ['npm run generate:schemas', generateSchemasCommand],
  ['npm run new', newCommand],
  ['npm run pack', packCommand],
  ['npm run serve', serveCommand],
  ['npm run update:addresses', updateAddressesCommand],
  ['npm run update:releases', updateReleasesCommand],
  ['npm run -s update:upstream', updateUpstreamCommand],
] as const;

/** Runs a command in a folder that does not exist: it must answer without any file. */
async function run(command: (typeof COMMANDS)[number][1], arg: string) {
  const loadKnowledge = () => Promise.reject(new Error('not needed'));
  const context = testContext('/nowhere', {}, { loadKnowledge, module: '' });
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

test.each(COMMANDS)('%s rejects an unknown option in one sentence', async (name, command) => {
  const { code, out, err } = await run(command, '--colour');
  const [message, blank, hint] = err.split('\n');
  expect(message).toMatch(/^Unknown option '--colour'\.?$/);
  expect(blank).toBe('');
  expect(hint).toContain(name);
  expect([code, out]).toEqual([2, '']);
});
