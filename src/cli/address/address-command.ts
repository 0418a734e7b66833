import { signatureLine } from '../../domain/facts/signature.ts';
import { absoluteAddress, messagePath } from '../../domain/addresses/addresses.ts';
import { normalizedMessage } from '../../domain/addresses/message-hash.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { UsageError } from '../shared/usage-error.ts';

const USAGE = `Usage: npx known-faults address MESSAGE

Prints the address of an error message, so that a program can print it along
with the message. Write variable parts as <placeholder>.
Exit code: 0 an article describes this message, 1 no article does yet (the page
at the address says so), 2 usage error.`;

const KNOWN = 0;
const UNKNOWN = 1;

/** `known-faults address` */
export const addressCommand = defineCommand({
  name: 'npx known-faults address',
  usage: USAGE,
  examples: [
    'npx known-faults address "cannot load <path>: version <version>"',
    'npx known-faults address "RuntimeError: module compiled for NumPy <version>"',
  ],
  allowPositionals: true,
  async run({ positionals }, { stdout, loadKnowledge }: KnowledgeContext<PublishedKnowledge>) {
    const [message, ...others] = positionals;
    if (message === undefined)
      throw new UsageError('MESSAGE: found nothing; allowed: the text of an error message.');
    if (others.length > 0)
      throw new UsageError(
        `MESSAGE: found ${positionals.length} arguments; allowed: one, in quotes.`,
      );
    const path = messagePath(message);
    if (path === undefined) {
      throw new UsageError(
        `Without numbers, paths and placeholders only "${normalizedMessage(message)}" is left, ` +
          'which is too short to identify a message.',
      );
    }
    const { index, formerMessages, site } = await loadKnowledge();
    const isCurrent = index.articles.some((article) =>
      article.signatures.some((signature) => messagePath(signatureLine(signature)) === path),
    );
    stdout.write(`${absoluteAddress(site, path)}\n`);
    return isCurrent || formerMessages?.includes(path) ? KNOWN : UNKNOWN;
  },
});
