import type { CollectedMessages } from './collect-messages.ts';

/** Marks a message that a language has no translation of. */
const NONE = '-';

/** Words of fewer letters occur in paths and names (chosen). */
const MIN_WORD_LENGTH = 4;

/**
 * Formats the data of the diagnosis: the English messages, one a line, and after an empty line the translations of each
 * language in the same order. A language that says one message in two ways has both in a line, separated by a tab.
 */
export function formatMessages(messages: CollectedMessages): string {
  const languages = [...new Set([...messages.values()].flatMap((rows) => [...rows.keys()]))].sort();
  const blocks = [
    [...messages.keys()],
    ...languages.map((language) =>
      [...messages.values()].map(
        (rows) => [...(rows.get(language) ?? [])].sort().join('\t') || NONE,
      ),
    ),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/**
 * Returns words of which each translation in ASCII letters has at least one, and which are not English, so that most
 * English lines need no further look.
 *
 * @param english all messages of the catalogs
 *
 * @throws {Error} if a translation consists of English words
 */
export function foreignWords(messages: CollectedMessages, english: Iterable<string>): string[] {
  const englishWords = new Set([...english].flatMap(wordsAndPairs));
  let open = [...messages.values()]
    .flatMap((rows) => [...rows.values()].flatMap((localized) => [...localized]))
    .filter((localized) => !/[^\P{L}A-Za-z]/u.test(localized))
    .map((localized) => {
      const words = wordsAndPairs(localized).filter((word) => !englishWords.has(word));
      if (words.length === 0)
        throw new Error(`All words of this translation are English: ${localized}`);
      return words;
    });
  const words: string[] = [];
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const word of open.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
    const [best] = [...counts].sort(
      ([left, count], [right, other]) => other - count || (left < right ? -1 : 1),
    );
    if (!best) break;
    words.push(best[0]);
    open = open.filter((candidates) => !candidates.includes(best[0]));
  }
  return words.sort();
}

/** `error fatal:` is Spanish, though both words are English. */
function wordsAndPairs(text: string): string[] {
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  return [
    ...words.filter(({ length }) => length >= MIN_WORD_LENGTH),
    ...pairs.filter((pair) => text.includes(pair)),
  ];
}
