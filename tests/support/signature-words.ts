import type { LibraryArticle } from '../../src/content/read/library-model.ts';
import { signatureLine } from '../../src/domain/facts/signature.ts';

/** Shorter words, such as `in` and `has`, are chosen only if a line has no other. */
const MIN_LENGTH = 4;

const PLACEHOLDER = /<[^<>\n]{1,40}>/g;
const WORD = /[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*/g;

/** Addresses of messages ignore paths, and the diagnosis knows a word beside a placeholder only in part. */
const PATH_OR_PLACEHOLDER = /[/\\<]/;

/** Matches a word, or a part of an article in which words are not renamed: headings, components, fences, addresses. */
const TOKEN =
  /^(?:##|<\/?[A-Z]| *```| *~~~).*$|https:\/\/[^\s)]+|\.\.\/[^\s)]+|<[^<>\n]{1,40}>|[A-Za-z0-9_]+/gm;

/**
 * Chooses a word of each signature, the one that the fewest articles have. An article in which all these words are renamed
 * shares no signature with the original.
 *
 * @returns the words in lowercase
 */
export function chooseSignatureWords(articles: readonly LibraryArticle[]): Set<string> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const word of new Set([...linesOf(article), article.text.body].flatMap(wordsOf))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const commonness = (word: string) => counts.get(word) ?? 0;
  return new Set(
    articles.flatMap(linesOf).flatMap((line) => {
      const plain = line.split(' ').filter((part) => !PATH_OR_PLACEHOLDER.test(part));
      const long = plain.flatMap(wordsOf).filter(({ length }) => length >= MIN_LENGTH);
      const candidates = long.length > 0 ? long : wordsOf(line);
      return candidates.toSorted((a, b) => commonness(a) - commonness(b)).slice(0, 1);
    }),
  );
}

/** Appends a suffix to these words wherever they occur in a text. */
export const renameWords = (text: string, words: ReadonlySet<string>, suffix: string): string =>
  text.replace(TOKEN, (token) => (words.has(token.toLowerCase()) ? token + suffix : token));

const linesOf = ({ facts }: LibraryArticle) =>
  facts.signatures.map((signature) => signatureLine(signature).replace(PLACEHOLDER, '<'));

const wordsOf = (text: string) => text.toLowerCase().match(WORD) ?? [];
