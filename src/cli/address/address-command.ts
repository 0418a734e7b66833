import { parseArgs } from 'node:util';
import { absoluteAddress, messagePath } from '../../domain/addresses/addresses.ts';
import { normalizedMessage } from '../../domain/addresses/message-hash.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';

const USAGE = `Usage: npx known-faults address MESSAGE

Prints the address under which a message is looked up, so that a program can print it with the message.
Write parts that vary as <placeholder>, as in "cannot load <path>: version <version>".
Exit code: 0 an article has this message, 1 none has it yet (the address still says so to readers), 2 the call was wrong.`;

const KNOWN = 0;
const UNKNOWN = 1;
const BAD_USE = 2;

function refuse(reason: string): number {
  console.error(`${reason}\n\n${USAGE}`);
  return BAD_USE;
}

/**
 * `known-faults address`.
 *
 * @param args what stands behind the name of the command
 * @param load called for the address of the site and the known signatures
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
  if (message === undefined) return refuse('No message.');
  if (others.length > 0) return refuse('One message at a time; put it between quotes.');
  const path = messagePath(message);
  if (path === undefined) {
    return refuse(
      `"${normalizedMessage(message)}" is what is left of it without numbers, paths and placeholders: ` +
        'too little to be looked up by.',
    );
  }
  const { index, site } = await load();
  const known = index.articles.some((article) =>
    article?.signatures.some((signature) => messagePath(signature) === path),
  );
  console.log(absoluteAddress(site, path));
  return known ? KNOWN : UNKNOWN;
}
