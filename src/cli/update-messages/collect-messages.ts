import { AMBIGUOUS_KIND, COMMON_MESSAGES, KINDS } from './message-list.ts';
import { MICROSOFT_MESSAGES } from './microsoft-messages.ts';
import { messagePairs, template } from './message-template.ts';
import type { MessagePair } from './message-template.ts';

/** Fewest letters between two arguments of a message that is collected because a signature contains it (chosen). */
const MIN_SIGNATURE_LETTERS = 16;

/** The messages of one program in one language. */
export interface Catalog {
  /** `gcc-12`, `libc` */
  program: string;
  /** `zh_CN` */
  language: string;
  /** Translations by the English message. */
  messages: ReadonlyMap<string, string>;
}

/** Translations by the English template and the language. Sorted by both. */
export type CollectedMessages = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Collects the translations of common messages, and of those that a signature contains. */
export function collectMessages(
  catalogs: Iterable<Catalog>,
  signatures: readonly string[],
): CollectedMessages {
  const common = new Set(COMMON_MESSAGES);
  const known = new Map<string, boolean>();
  const isWanted = (message: string) => {
    const found =
      known.get(message) ?? (common.has(plain(message)) || isInSignature(message, signatures));
    known.set(message, found);
    return found;
  };
  const collected = new Map<string, Map<string, Set<string>>>();
  const add = (language: string, { english, localized }: MessagePair) => {
    const rows = collected.get(english) ?? new Map<string, Set<string>>();
    collected.set(english, rows.set(language, (rows.get(language) ?? new Set()).add(localized)));
  };
  for (const { program, language, messages } of catalogs) {
    for (const [message, translation] of messages) {
      const [kind, localized] = [message.trim(), translation.trim()];
      if (KINDS.includes(kind)) {
        if (program.startsWith('gcc') && localized !== kind && localized !== AMBIGUOUS_KIND)
          add(language, { english: kind, localized });
      } else if (isWanted(message)) {
        for (const pair of messagePairs(message, translation)) add(language, pair);
      }
    }
  }
  for (const [english, rows] of Object.entries(MICROSOFT_MESSAGES)) {
    for (const [language, wordings] of Object.entries(rows)) {
      for (const localized of wordings) add(language, { english, localized });
    }
  }
  removeAmbiguous(collected);
  return new Map([...collected].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Removes wordings that a catalog has for two messages by mistake. */
function removeAmbiguous(collected: ReadonlyMap<string, ReadonlyMap<string, Set<string>>>): void {
  const meanings = new Map<string, Set<string>[]>();
  for (const rows of collected.values()) {
    for (const [language, wordings] of rows) {
      for (const localized of wordings) {
        const key = `${language} ${localized}`;
        meanings.set(key, [...(meanings.get(key) ?? []), wordings]);
      }
    }
  }
  for (const [key, found] of meanings) {
    if (found.length < 2) continue;
    const localized = key.slice(key.indexOf(' ') + 1);
    for (const wordings of found) wordings.delete(localized);
  }
}

/** The message as the lists write it: without the program, the file or the question around it. */
const plain = (message: string) =>
  template(message)
    .split('; did you mean', 1)
    .join('')
    .replace(/^(?:%\d: ?)+/, '')
    .replace(/ %\d$/, '')
    .replace(/%\d/g, '%s');

function isInSignature(message: string, signatures: readonly string[]): boolean {
  const pieces = straighten(plain(message))
    .split('%s')
    .map((piece) => piece.trim())
    .filter(Boolean);
  const letters = pieces.map((piece) => piece.replace(/[^A-Za-z]/g, '').length);
  return (
    Math.max(0, ...letters) >= MIN_SIGNATURE_LETTERS &&
    signatures.some((line) => containsInOrder(line, pieces))
  );
}

function containsInOrder(line: string, pieces: readonly string[]): boolean {
  let from = 0;
  const text = straighten(line);
  return pieces.every((piece) => {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    return at >= 0;
  });
}

const straighten = (text: string) => text.replace(/[`‘’"“”]/g, "'");
