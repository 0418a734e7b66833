/** `npm run pack`: builds what works outside the clone, the Action in `action/` and the npm package in `dist-package/`. */
import path from 'node:path';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { siteAddress } from '../shared/site-address.ts';
import { UsageError } from '../shared/usage-error.ts';
import { packAction } from './pack-action.ts';
import { packCli } from './pack-cli.ts';

const USAGE = `Usage: npm run pack [-- action | command]

  action    action/, what GitHub runs; to be committed
  command   dist-package/, which \`npm publish dist-package\` publishes; SITE_URL says where the site stands

Both without a name.`;

const TARGETS = ['action', 'command'];

export const packCommand = defineCommand({
  usage: USAGE,
  allowPositionals: true,
  async run({ positionals: [target, ...others] }, { root, env, stdout }) {
    if (others.length > 0) throw new UsageError('One target at a time, or none for both.');
    if (target !== undefined && !TARGETS.includes(target)) {
      throw new UsageError(`${target}: ${TARGETS.join(' or ')} is needed.`);
    }
    const site = siteAddress(env);
    if (!site && target !== 'action') {
      throw new UsageError(
        'SITE_URL is not set: the answers would lead nowhere. Set it to where the site stands.',
      );
    }
    if (target !== 'command') {
      stdout.write(`action: ${await packAction(root, path.join(root, 'action'))}\n`);
    }
    if (site && target !== 'action') {
      stdout.write(`dist-package: ${await packCli(root, path.join(root, 'dist-package'), site)}\n`);
    }
    return 0;
  },
});

if (import.meta.main) await runCommand(packCommand, baseContext());
