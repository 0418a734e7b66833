import type { Facts } from './facts.ts';
import type { ArticleProblem } from './problems.ts';
import { sharedSignatures } from './shared-signatures.ts';
import { itemAddress, trackerItem, trackerKey } from '../upstream/tracker-address.ts';

/** The facts of an article that can conflict with other articles. */
export type ArticleReferences = Pick<
  Facts,
  'id' | 'project' | 'aliases' | 'related' | 'signatures' | 'upstream'
> & { slug: string };

/** Existing slugs and ids, including those with errors, so that one mistake does not cause further problems. */
export interface KnownIds {
  /** Slugs of all articles. */
  slugs: ReadonlySet<string>;
  projects: ReadonlySet<string>;
}

/**
 * Reports conflicts between articles: duplicate ids, slugs and aliases that claim the same address,
 * projects and related articles that do not exist, upstream addresses in several spellings, copied signatures.
 *
 * @param articles articles in any order; of two that conflict, the one with the later slug gets the problem
 */
export function libraryProblems(
  articles: readonly ArticleReferences[],
  { slugs, projects }: KnownIds,
): ArticleProblem[] {
  const problems: ArticleProblem[] = [];
  const ordered = [...articles].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const ids = new Map<string, string>();
  const aliases = new Map<string, string>();
  const spellings = new Map<string, { slug: string; address: string }>();

  for (const { slug, id, project, aliases: earlier, related, upstream } of ordered) {
    const report = (path: PropertyKey[], value: string, expected: string) =>
      problems.push({ slug, path, found: JSON.stringify(value), expected });

    const holder = ids.get(id);
    if (holder) report(['id'], id, `an unused id (${holder} has this one)`);
    else ids.set(id, slug);

    if (!projects.has(project)) {
      report(['project'], project, [...projects].sort().join(', '));
    }

    earlier.forEach((alias, index) => {
      const other = slugs.has(alias) ? alias : aliases.get(alias);
      if (other) report(['aliases', index], alias, `an unused slug (${other} claims it)`);
      else aliases.set(alias, slug);
    });

    related.forEach((other, index) => {
      if (other === slug) report(['related', index], other, 'another article');
      else if (!slugs.has(other)) report(['related', index], other, 'the slug of an article');
    });

    upstream.forEach(({ url }, index) => {
      const item = trackerItem(url);
      if (!item) return;
      const address = itemAddress(item);
      const key = trackerKey(address) ?? address;
      const first = spellings.get(key) ?? { slug, address };
      spellings.set(key, first);
      if (first.address === address) return;
      report(['upstream', index, 'url'], url, `${first.address}, as ${first.slug} spells it`);
    });
  }
  return [...problems, ...sharedSignatures(ordered)];
}
