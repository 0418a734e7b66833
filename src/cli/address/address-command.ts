import { parseArgs } from 'node:util';
import { absoluteAddress, messagePath } from '../../domain/addresses/addresses.ts';
import { normalizedMessage } from '../../domain/addresses/message-hash.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';

const USAGE = `Usage: npx known-faults address MESSAGE

Prints the address of an error message, so that a program can print it along with the message.
Write variable parts as <placeholder>, as in "cannot load <path>: version <version>".
Exit code: 0 an article describes this message, 1 no article does yet (the page at the address tells readers so), 2 usage error.`;

const KNOWN = 0;
const UNKNOWN = 1;
const BAD_USE = 2;

function refuse(reason: string): number {
  console.error(`${reason}\n\n${USAGE}`);
  return BAD_USE;
}

/**
 * Runs `known-faults address`.
 *
 * @param args arguments after the name of the command
 * @param load loads the address of the site and the known signatures
 * @returns the exit code
 */
export async function addressCommand(
  args: string[],
  load: () => Promise<PublishedKnowledge>,
): Promise<number> {
  let parsed;
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return refuse((error as Error).message);
  }
  if (parsed.values.help) {
    console.log(USAGE);
    return KNOWN;
  }
  const [message, ...others] = parsed.positionals;
  if (message === undefined) return refuse('MESSAGE is missing.');
  if (others.length > 0) return refuse('Found more than one argument; put the message in quotes.');
  const path = messagePath(message);
  if (path === undefined) {
    return refuse(
      `Without numbers, paths and placeholders only "${normalizedMessage(message)}" is left, ` +
        'which is too short to identify a message.',
    );
  }
  const { index, site } = await load();
  const known = index.articles.some((article) =>
    article?.signatures.some((signature) => messagePath(signature) === path),
  );
  console.log(absoluteAddress(site, path));
  return known ? KNOWN : UNKNOWN;
}
