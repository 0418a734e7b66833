import type { Facts } from './facts.ts';
import { compareIds } from './compare-ids.ts';
import { describeFound, type ArticleProblem } from './problems.ts';
import { toConditional } from './signature.ts';

/**
 * Maximum number of signatures that an article may share with older ones: three times the most in the library. A line that
 * several articles claim makes the diagnosis of each of them less certain.
 */
const MAX_SHARED = 9;

/** A shorter line is a copy only of a line with the same words: every error of a compiler contains `error`. */
const MIN_CONTAINED_WORDS = 3;

const PLACEHOLDER = /<[^<>\n]{1,40}>/g;
const SEPARATOR = /[^\p{L}\p{N}_]+/u;
const NUMBER = /^\d+$/;

type SigningArticle = Pick<Facts, 'id' | 'related' | 'signatures' | 'lookup'> & { slug: string };

interface ComparedLine {
  article: SigningArticle;
  index: number;
  words: ReadonlySet<string>;
}

/**
 * Reports signatures that are near-copies of those of an older article: all words of one line occur in the other, whatever
 * their case, quotes, placeholders and numbers. Twin faults that print the same line list each other in `related`, and
 * share few lines.
 *
 * @returns problems of the newer articles; ids are assigned in order
 */
export function sharedSignatures(articles: readonly SigningArticle[]): ArticleProblem[] {
  const ordered = [...articles].sort((a, b) => compareIds(a.id, b.id));
  const age = new Map(ordered.map(({ slug }, index) => [slug, index]));
  const isOlder = (a: SigningArticle, b: SigningArticle) =>
    (age.get(a.slug) ?? 0) < (age.get(b.slug) ?? 0);
  const copies = new Map<string, { copy: ComparedLine; of: Set<SigningArticle> }>();
  for (const [a, b] of similarPairs(ordered.flatMap(signaturesOf))) {
    const [original, copy] = isOlder(a.article, b.article) ? [a, b] : [b, a];
    const key = `${copy.article.slug} ${copy.index}`;
    const { of } = copies.get(key) ?? { of: new Set() };
    copies.set(key, { copy, of: of.add(original.article) });
  }
  const counts = new Map<SigningArticle, number>();
  return [...copies.values()].flatMap(({ copy: { article, index }, of }) => {
    const count = (counts.get(article) ?? 0) + 1;
    counts.set(article, count);
    const report = (expected: string) => [
      {
        slug: article.slug,
        path: ['signatures', index],
        found: describeFound(article.signatures[index]),
        expected,
      },
    ];
    const stranger = [...of].find((original) => !isListedByBoth(article, original));
    if (stranger) {
      return report(
        `a line that ${stranger.slug} does not have, or each of the two articles in related of the other`,
      );
    }
    if (count <= MAX_SHARED) return [];
    return report(`at most ${MAX_SHARED} lines that related articles have, too`);
  });
}

const isListedByBoth = (a: SigningArticle, b: SigningArticle) =>
  a.related.includes(b.slug) && b.related.includes(a.slug);

/**
 * Leaves out supporting lines, which other faults print by definition, and articles with a lookup: their lines claim only the
 * names in a table, and an article about one case comes before them. The lines of `with` tell signatures apart as the words of
 * the line do.
 */
const signaturesOf = (article: SigningArticle): ComparedLine[] =>
  article.signatures.flatMap((signature, index) => {
    const { line, role, with: others = [] } = toConditional(signature);
    const words = wordsOf([line, ...others].join(' '));
    return role === 'supporting' || article.lookup ? [] : [{ article, index, words }];
  });

function wordsOf(line: string): ReadonlySet<string> {
  const words = line.replace(PLACEHOLDER, ' ').normalize('NFKC').toLowerCase().split(SEPARATOR);
  return new Set(words.filter((word) => word !== '' && !NUMBER.test(word)));
}

/** Yields the pairs of signatures of different articles of which one has all words of the other. */
function* similarPairs(
  signatures: readonly ComparedLine[],
): Generator<[ComparedLine, ComparedLine]> {
  const byWord = new Map<string, ComparedLine[]>();
  for (const signature of signatures) {
    for (const word of signature.words) {
      const holders = byWord.get(word);
      if (holders) holders.push(signature);
      else byWord.set(word, [signature]);
    }
  }
  for (const signature of signatures) {
    const { article, words } = signature;
    // Whatever has all of these words has the rarest of them.
    const holders = [...words].map((word) => byWord.get(word) ?? []);
    const candidates = holders.reduce(
      (fewest, list) => (list.length < fewest.length ? list : fewest),
      holders[0] ?? [],
    );
    for (const other of candidates) {
      const isWhole = words.size === other.words.size;
      if (other.article === article || (!isWhole && words.size < MIN_CONTAINED_WORDS)) continue;
      if (words.isSubsetOf(other.words)) yield [signature, other];
    }
  }
}
