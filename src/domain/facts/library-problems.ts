import type { Facts } from './facts.ts';
import type { FieldProblem } from './problems.ts';

/** The facts of an article that can conflict with other articles. */
export type ArticleReferences = Pick<Facts, 'id' | 'project' | 'aliases' | 'related'> & {
  slug: string;
};

/** A problem with the slug of its article. */
export interface ArticleProblem extends FieldProblem {
  slug: string;
}

/** Existing slugs and ids, including those with errors, so that one mistake does not cause further problems. */
export interface KnownIds {
  /** Slugs of all articles. */
  slugs: ReadonlySet<string>;
  projects: ReadonlySet<string>;
}

/**
 * Reports conflicts between articles: duplicate ids, slugs and aliases that claim the same address,
 * projects and related articles that do not exist.
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

  for (const { slug, id, project, aliases: earlier, related } of ordered) {
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
  }
  return problems;
}
