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

  action    build action/, which is committed, because GitHub runs it without a
            build
  command   build dist-package/ for \`npm publish dist-package\`; SITE_URL is the
            address of the site

Without an argument, builds both.
Exit code: 0 done, 2 usage error.`;

const TARGETS = ['action', 'command'];

export const packCommand = defineCommand({
  name: 'npm run pack',
  usage: USAGE,
  examples: ['npm run pack -- action', 'SITE_URL=https://example.org npm run pack -- command'],
  allowPositionals: true,
  async run({ positionals: [target, ...others] }, { root, env, stdout }) {
    if (others.length > 0)
      throw new UsageError(
        `Found ${others.length + 1} arguments; allowed: action, command, or none for both.`,
      );
    if (target !== undefined && !TARGETS.includes(target)) {
      throw new UsageError(`Found ${target}; allowed: ${TARGETS.join(', ')}.`);
    }
    const site = siteAddress(env);
    if (!site && target !== 'action') {
      throw new UsageError(
        'SITE_URL is not set. Set it to the address of the site, to which the answers link.',
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
