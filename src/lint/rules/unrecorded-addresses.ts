import type { LibraryArticle } from '../../content/read/library-model.ts';
import { messageAddresses, type MessageAddresses } from '../../domain/addresses/addresses.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/**
 * Reports articles with messages whose addresses are not recorded: they would disappear when the signature is reworded.
 *
 * @param published the recorded addresses
 */
export function checkUnrecordedAddresses(
  { slug, facts, text }: LibraryArticle,
  published: MessageAddresses,
): LintMessage[] {
  const addresses = [...messageAddresses([{ slug, ...facts }]).keys()];
  const unrecorded = addresses.filter((address) => !published.has(address));
  if (unrecorded.length === 0) return [];
  return [
    advice({
      file: text.file,
      line: text.lineOf(['signatures']),
      rule: 'addresses',
      found: `${unrecorded.length} of ${addresses.length} addresses of messages not recorded, such as ${unrecorded[0]}`,
      wanted: '`npm run update:addresses`, so that they stay valid when a signature is reworded',
    }),
  ];
}
