import { compareIds } from '../../domain/facts/compare-ids.ts';
import type { FoundRow, NameToFind, RowFinder } from '../../domain/lookup/find-row.ts';
import { asPrinted } from '../match/capture-name.ts';
import type { PasteLine } from '../clean/read-paste.ts';
import type { IndexedArticle } from '../index/diagnosis-index.ts';
import type { Match } from '../match/find-matches.ts';

/** A name that its table does not have. */
export interface UnknownName extends NameToFind {
  /** Id and slug of the article, which says how to find out. */
  id: string;
  slug: string;
  /** 1-based. */
  line: number;
}

export interface ResolvedNames {
  /** Matches without a lookup, and of each article with one those with the first name that its table has. */
  matches: Match[];
  rows: ReadonlyMap<IndexedArticle, FoundRow>;
  /** The first unknown name of each article whose table has none of the names. */
  unknown: UnknownName[];
}

/** Returns the names that matches have, each once. */
export function namesIn(matches: readonly Match[], lines: readonly PasteLine[]): NameToFind[] {
  const names = matches.flatMap((match) => nameOf(match, lines) ?? []);
  return [...new Map(names.map((one) => [`${one.table} ${one.key} ${one.name}`, one])).values()];
}

/** Finds the names of matches in their tables: only a name that a table has makes a claim. */
export function resolveNames(
  matches: readonly Match[],
  lines: readonly PasteLine[],
  findRow: RowFinder,
): ResolvedNames {
  const rows = new Map<IndexedArticle, FoundRow>();
  const unknown = new Map<IndexedArticle, UnknownName>();
  const known: Match[] = [];
  // Of several articles for a line, the oldest one is about the most names; it answers a name that no table has.
  const ordered = [...matches].sort(
    (a, b) => a.line - b.line || compareIds(a.signature.article.id, b.signature.article.id),
  );
  for (const match of ordered) {
    const wanted = nameOf(match, lines);
    const { article } = match.signature;
    if (!wanted) {
      known.push(match);
      continue;
    }
    const row = findRow(wanted);
    const chosen = rows.get(article);
    if (row && (!chosen || chosen.name === row.name)) {
      rows.set(article, row);
      known.push(match);
    } else if (!row && !unknown.has(article)) {
      const { id, slug } = article;
      unknown.set(article, { ...wanted, id, slug, line: lines[match.line]?.number ?? 0 });
    }
  }
  return {
    matches: known,
    rows,
    unknown: [...unknown].flatMap(([article, name]) => (rows.has(article) ? [] : [name])),
  };
}

/** True for a match without a lookup, and for one whose name its table has. */
export function makesClaim(match: Match, lines: readonly PasteLine[], findRow: RowFinder): boolean {
  const wanted = nameOf(match, lines);
  return !wanted || findRow(wanted) !== undefined;
}

function nameOf(
  { name, line, signature: { article } }: Match,
  lines: readonly PasteLine[],
): NameToFind | undefined {
  if (name === undefined || !article.lookup) return undefined;
  const { table, key } = article.lookup;
  // The message may be wrapped.
  const printed = [line, line - 1, line + 1].map((index) => lines[index]?.text ?? '').join(' ');
  return { table, key, name: asPrinted(name, printed) };
}
