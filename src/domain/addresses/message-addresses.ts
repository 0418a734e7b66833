import { z } from 'zod';
import { slugPattern } from '../facts/slug-pattern.ts';
import { boundedList, matching, strictMapping, uniqueList } from '../facts/field-schemas.ts';
import type { MessageAddresses } from './addresses.ts';

/** Maximum number of articles at one address: more than may share a signature. */
const MAX_SLUGS = 20;

const ADDRESS = /^\/e\/[1-9]\d{0,2}\/[0-9a-f]{16}\/$/;

const slugs = boundedList(matching(slugPattern, 'the slug of an article'), MAX_SLUGS).min(1, {
  error: 'at least one slug',
});

/**
 * Every address of a message that was ever published, with its articles: `content/message-addresses.json`, written by a
 * command. The addresses stay valid when a signature is reworded or removed.
 */
export const messageAddressesSchema = strictMapping({
  addresses: z
    .record(z.string(), uniqueList(slugs, 'each slug once'), { error: 'a mapping' })
    .superRefine((addresses, context) => {
      for (const address of Object.keys(addresses)) {
        if (ADDRESS.test(address)) continue;
        const message = 'under an address such as /e/1/0123456789abcdef/';
        context.addIssue({ code: 'custom', path: [address], message });
      }
    }),
});

/** Formats the file with one address a line, sorted; the same addresses give the same bytes. */
export function formatMessageAddresses(addresses: MessageAddresses): string {
  const lines = [...addresses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, slugs]) => `    ${JSON.stringify(path)}: ${JSON.stringify(slugs.toSorted())}`);
  return `{
  "addresses": ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`}
}
`;
}
