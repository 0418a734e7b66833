/**
 * Makes a library of any size out of the real one: the real articles, then copies of them in rounds, each with its own id,
 * slug, title, signatures and upstream addresses. To try something out at scale, write one into a folder that takes the
 * place of `content/`:
 *
 *   node tests/support/make-large-library.ts 5000 FOLDER [--languages en]
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { textsOf, type LibraryArticle } from '../../src/content/read/library-model.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { idOf, messageAddresses } from '../../src/domain/addresses/addresses.ts';
import { formatMessageAddresses } from '../../src/domain/addresses/message-addresses.ts';
import { compareIds } from '../../src/domain/facts/compare-ids.ts';
import { locales, type Locale } from '../../src/domain/vocabulary.ts';
import { copyArticle, copySlug, rename, type CopyNames, type NewSlugs } from './copy-article.ts';
import { root } from './root.ts';
import { chooseSignatureWords } from './signature-words.ts';

/** Maximum number of articles that `readLibrary` reads. */
export const MAX_ARTICLES = 10_000;

/** Parts of `content/` that differ from the real ones. */
const DERIVED = new Set(['articles', 'message-addresses.json']);

const SYLLABLES = 'ka to mi re su lo ven dar pix qua zor bel nim tra gru fen'.split(' ');
const SYLLABLES_PER_WORD = 2;

/** Number of different words. */
const WORDS = SYLLABLES.length ** SYLLABLES_PER_WORD;

/** Makes the words of successive rounds unlike. It is odd and `WORDS` a power of two, so no word occurs twice. */
const STRIDE = 55;

/** The date on a range. It needs a reproduction, and the copies have none. */
const MEASURED = /, measured: [\d-]{10}/g;

/** An article of the new library. */
interface Copy {
  original: LibraryArticle;
  slug: string;
  /** Absent for the real articles. */
  names: CopyNames | undefined;
  newSlugs: NewSlugs;
}

/**
 * Writes a library of `size` articles into a folder, which takes the place of `content/`. The same real library and size
 * give the same files.
 *
 * @param languages of the articles; English is one of them
 * @throws {RangeError} if the size is not between 1 and 10,000
 * @throws {Error} if the real library has problems
 */
export async function makeLargeLibrary(
  folder: string,
  size: number,
  languages: readonly Locale[] = locales,
): Promise<void> {
  if (!Number.isInteger(size) || size < 1 || size > MAX_ARTICLES) {
    throw new RangeError(`articles: found ${size}; allowed: 1 to ${MAX_ARTICLES}.`);
  }
  const { articles, sources, problems } = await readLibrary(root);
  if (problems.length > 0) throw new Error('content/ has problems; see `npm run check`.');
  const content = path.join(root, 'content');
  for (const name of readdirSync(content).filter((name) => !DERIVED.has(name))) {
    cpSync(path.join(content, name), path.join(folder, name), { recursive: true });
  }

  const copies = dealCopies(articles, size);
  for (const { original, ...options } of copies) {
    const target = path.join(folder, 'articles', options.slug);
    mkdirSync(target, { recursive: true });
    const texts = textsOf(original)
      .filter(([locale]) => languages.includes(locale))
      .map(
        ([locale, { file }]) => [locale, (sources.get(file) ?? '').replace(MEASURED, '')] as const,
      );
    for (const [locale, text] of copyArticle(new Map(texts), options)) {
      writeFileSync(path.join(target, `${locale}.mdx`), text);
    }
  }
  const addresses = messageAddresses(
    copies.map(({ original, slug, names }) => ({ ...rename(original.facts, names), slug })),
  );
  writeFileSync(path.join(folder, 'message-addresses.json'), formatMessageAddresses(addresses));
}

/** Lists the articles in the order of their ids, round after round. */
function dealCopies(articles: readonly LibraryArticle[], size: number): Copy[] {
  const originals = articles.toSorted((a, b) => compareIds(a.facts.id, b.facts.id));
  const renamed = chooseSignatureWords(originals);
  const highestNumber = Number(originals.at(-1)?.facts.id.slice('KF-'.length));
  return Array.from({ length: Math.ceil(size / originals.length) }, (_, round) => {
    const first = round * originals.length;
    const dealt = originals.map((original, index) => {
      const id = idOf(highestNumber + first - originals.length + index + 1);
      const names = round === 0 ? undefined : { id, ...namesOfRound(round), renamed };
      return { original, names, slug: copySlug(original.slug, names) };
    });
    const newSlugs = new Map(
      dealt.flatMap(({ original, slug }, index) =>
        [original.slug, ...original.facts.aliases].map((name) => [
          name,
          first + index < size ? slug : undefined,
        ]),
      ),
    );
    return dealt.slice(0, size - first).map((copy) => ({ ...copy, newSlugs }));
  }).flat();
}

/** Returns the endings of the names in a round. */
function namesOfRound(round: number): Pick<CopyNames, 'word' | 'digits'> {
  const digits = ((round * STRIDE) % WORDS).toString(SYLLABLES.length);
  const syllables = Array.from(
    digits.padStart(SYLLABLES_PER_WORD, '0'),
    (digit) => SYLLABLES[Number.parseInt(digit, SYLLABLES.length)],
  );
  return { word: syllables.join(''), digits: String(round).padStart(2, '0') };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { languages: { type: 'string', default: locales.join() } },
    allowPositionals: true,
  });
  const [size, folder] = positionals;
  if (folder === undefined) {
    console.error(
      'Usage: node tests/support/make-large-library.ts ARTICLES FOLDER [--languages en,zh]',
    );
    process.exit(2);
  }
  const languages = locales.filter((locale) => values.languages.split(',').includes(locale));
  await makeLargeLibrary(folder, Number(size), languages);
}
