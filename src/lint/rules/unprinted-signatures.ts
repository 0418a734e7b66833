import type { IndexEntry } from '../../diagnosis/index/index-entry.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { signatureLine } from '../../domain/facts/signature.ts';
import { advice, quote, type LintMessage } from '../lint-message.ts';

/** With the spaces around it: a message may have something else there. */
const PLACEHOLDERS = / ?<[^<>]{1,40}> ?/g;

/** Reports an article if none of its signatures occurs in its messages or code: one of the two must be wrong. */
export function checkUnprintedSignatures(
  { facts, text }: LibraryArticle,
  { messages, code }: IndexEntry,
): LintMessage[] {
  const lines = facts.signatures.map(signatureLine);
  const [first] = lines;
  if (first === undefined) return [];
  const printed = [...messages, code ?? ''].map(collapseSpaces);
  const isPrinted = lines.some((signature) => {
    const parts = collapseSpaces(signature).replace(PLACEHOLDERS, '\0').split('\0');
    return printed.some((message) => containsInOrder(message, parts));
  });
  if (isPrinted) return [];
  return [
    advice({
      file: text.file,
      line: text.lineOf(['signatures', 0]),
      rule: 'signatures',
      found: `signatures that occur in no message of the article: ${quote(first)}`,
      wanted: 'a message block with one of them, placeholders filled in',
    }),
  ];
}

const collapseSpaces = (text: string) => text.replace(/\s+/g, ' ').trim();

function containsInOrder(message: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const index = message.indexOf(part, from);
    if (index < 0) return false;
    from = index + part.length;
  }
  return true;
}
