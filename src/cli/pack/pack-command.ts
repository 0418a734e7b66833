/** Makes what works outside the clone: the Action in `action/` and the npm package in `dist-package/`. */
import path from 'node:path';
import { packAction } from './pack-action.ts';
import { packCommand } from './pack-cli.ts';
import { siteAddress } from '../shared/site-address.ts';

const USAGE = `Usage: npm run pack [-- action | command]

  action    action/, what GitHub runs; to be committed
  command   dist-package/, which \`npm publish dist-package\` publishes; SITE_URL says where the site stands

Both without a name.`;

const BAD_USE = 2;

const root = path.resolve(import.meta.dirname, '../../..');

async function pack([name, ...others]: string[]): Promise<number> {
  if (others.length > 0 || (name !== undefined && name !== 'action' && name !== 'command')) {
    console.error(USAGE);
    return BAD_USE;
  }
  const site = siteAddress(process.env);
  if (!site && name !== 'action') {
    console.error(
      'SITE_URL is not set: the answers would lead nowhere. Set it to where the site stands.',
    );
    return BAD_USE;
  }
  if (name !== 'command') {
    console.log(`action: ${await packAction(root, path.join(root, 'action'))}`);
  }
  if (site && name !== 'action') {
    console.log(`dist-package: ${await packCommand(root, path.join(root, 'dist-package'), site)}`);
  }
  return 0;
}

process.exitCode = await pack(process.argv.slice(2));
