import { buildIndex } from '../diagnosis/index/build-index.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { IndexEntry } from '../diagnosis/index/index-entry.ts';
import type { UpstreamLink } from '../domain/facts/facts.ts';
import { trackerKey } from '../domain/upstream/tracker-address.ts';

/** An article that seems to be of the same fault. */
export interface Duplicate {
  id: string;
  slug: string;
  /** What both have: the message or the address. */
  common: string;
}

/** What is known of the library. */
export interface Known {
  entries: readonly IndexEntry[];
  /** Addresses of each article, by id. */
  upstream: ReadonlyMap<string, readonly UpstreamLink[]>;
}

/** Kinds of addresses that two articles of different faults may both have. */
const SHARED = new Set(['related', 'docs']);

/**
 * Articles of the library that cite the same issue or change, or that the messages of a draft lead to beyond doubt.
 *
 * @param signatures of the draft
 * @param upstream of the draft
 */
export function duplicatesOf(
  signatures: readonly string[],
  upstream: readonly UpstreamLink[],
  { entries, upstream: cited }: Known,
): Duplicate[] {
  const found = new Map<string, Duplicate>();
  const slugs = new Map(entries.map(({ id, slug }) => [id, slug]));
  const own = new Set(
    upstream.filter(({ kind }) => !SHARED.has(kind)).map(({ url }) => keyOf(url)),
  );
  for (const [id, links] of cited) {
    const same = links.find(
      ({ kind, url }) => !SHARED.has(kind) && isItem(url) && own.has(keyOf(url)),
    );
    if (same) found.set(id, { id, slug: slugs.get(id) ?? id, common: same.url });
  }
  const index = signatures.length > 0 ? buildIndex(entries) : undefined;
  for (const signature of signatures) {
    if (!index) break;
    const printed = signature.replace(/<[^<>]{1,40}>/g, 'x');
    for (const { id, slug, confidence, why } of diagnose(index, printed, { limit: 2 }).findings) {
      const isSame = confidence === 'high' || (confidence === 'medium' && why.kind === 'signature');
      if (isSame && !found.has(id)) found.set(id, { id, slug, common: signature });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const keyOf = (url: string) => trackerKey(`/${url}`) ?? url;

/** An issue or a change; a list of issues is nobody's own. */
const isItem = (url: string) => trackerKey(`/${url}`) !== undefined;
