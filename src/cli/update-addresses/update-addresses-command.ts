import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { messageAddressesFile } from '../../content/read/read-records.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { messageAddresses } from '../../domain/addresses/addresses.ts';
import { formatMessageAddresses } from '../../domain/addresses/message-addresses.ts';
import { formatProblem } from '../../domain/facts/problems.ts';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';

const USAGE = `Usage: npm run update:addresses

Adds the addresses of all messages (/e/1/<hash>/) to
content/message-addresses.json, so that they stay valid when a signature is
reworded or removed. Run it after you add or change signatures. It never removes
an address.
Exit code: 0 done, 2 usage error.`;

/** `npm run update:addresses` */
export const updateAddressesCommand = defineCommand({
  name: 'npm run update:addresses',
  usage: USAGE,
  examples: [
    'npm run update:addresses',
    'npm run update:addresses && git diff content/message-addresses.json',
  ],
  async run(_args, { root, stdout }) {
    const { articles, messageAddresses: published, problems } = await readLibrary(root);
    // Without an article that cannot be read, its addresses would be lost.
    const [problem] = problems;
    if (problem) {
      throw new UsageError(`${formatProblem(problem)}\nFix what \`npm run check\` reports first.`);
    }
    const all = messageAddresses(
      articles.map(({ slug, facts }) => ({ slug, ...facts })),
      published,
    );
    await writeFileAtomic(path.join(root, messageAddressesFile), formatMessageAddresses(all));
    const added = [...all.keys()].filter((address) => !published.has(address));
    stdout.write(`${messageAddressesFile}: ${all.size} addresses, ${added.length} new\n`);
    return 0;
  },
});

if (import.meta.main) await runCommand(updateAddressesCommand, baseContext());
