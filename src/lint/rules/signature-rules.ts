import { collisions } from '../../diagnosis/signature-collisions.ts';
import type { IndexEntry } from '../../diagnosis/index/index-entry.ts';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { indexEntry } from '../../content/to-index-entry.ts';
import type { LibraryArticle } from '../../content/read/read-library.ts';
import { advice, type Remark } from '../remark.ts';
import { truncate } from '../../domain/text/truncate.ts';

const SHOWN = 60;

const PLACEHOLDERS = / ?<[^<>]{1,40}> ?/g;

/**
 * Output that does not lead to its article, and signatures that no message of their article has.
 *
 * @param slug of the one article whose output is diagnosed; all where it is left out
 */
export function signatureRemarks(articles: readonly LibraryArticle[], slug?: string): Remark[] {
  const entries = articles.map((article) => indexEntry(article, defaultLocale));
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return [
    ...articles.flatMap((article, at) => unprinted(article, entries[at])),
    ...collisions(entries, slug).flatMap(({ slug: misled, printed, other }) => {
      const article = bySlug.get(misled);
      return article ? [misledBy(article, entries, printed, other)] : [];
    }),
  ];
}

/** An article none of whose signatures is to be seen in it: one of the two does not say what is printed. */
function unprinted({ facts, text }: LibraryArticle, entry: IndexEntry | undefined): Remark[] {
  const [first] = facts.signatures;
  if (first === undefined || !entry) return [];
  const printed = [...entry.messages, entry.code ?? ''].map(onOneLine);
  const isPrinted = facts.signatures.some((signature) => {
    const pieces = onOneLine(signature).replace(PLACEHOLDERS, '\0').split('\0');
    return printed.some((message) => standsIn(message, pieces));
  });
  if (isPrinted) return [];
  return [
    advice({
      file: text.file,
      line: text.lineOf(['signatures', 0]),
      rule: 'signatures',
      found: `signatures that stand in no message of the article: ${cut(first)}`,
      wanted: 'a message block with one of them, placeholders filled in',
    }),
  ];
}

/** True when the pieces of a signature follow each other in a message. */
function standsIn(message: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = message.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function misledBy(
  { slug, text }: LibraryArticle,
  entries: readonly IndexEntry[],
  printed: string,
  other: string | undefined,
): Remark {
  const own = entries.find((entry) => entry.slug === slug)?.signatures ?? [];
  const at = own.findIndex(
    (signature) => start(signature.replace(/<[^<>]{1,40}>/g, 'x')) === start(printed),
  );
  return advice({
    file: text.file,
    line: text.lineOf(at < 0 ? ['signatures'] : ['signatures', at]),
    rule: 'signatures',
    found:
      other === undefined
        ? `output that does not lead to this article: ${cut(printed)}`
        : `output that is diagnosed as ${other}: ${cut(printed)}`,
    wanted:
      other === undefined
        ? 'a signature that says more'
        : 'a signature that says what tells the two apart',
    ...(other === undefined ? {} : { others: [other] }),
  });
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const start = (text: string) => onOneLine(text).slice(0, SHOWN);

const cut = (text: string) => truncate(text, SHOWN);
