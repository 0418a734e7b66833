import type { Facts } from './facts.ts';
import type { FieldProblem } from './problems.ts';

/** The names and references of an article that are checked against the library. */
export type ArticleReferences = Pick<Facts, 'id' | 'project' | 'aliases' | 'related'> & {
  slug: string;
};

/** A problem and its article. */
export interface ArticleProblem extends FieldProblem {
  slug: string;
}

/** All articles and projects, invalid ones too: a mistake in one must not cause problems in others. */
export interface KnownIds {
  slugs: ReadonlySet<string>;
  projects: ReadonlySet<string>;
}

/**
 * Finds problems between articles: duplicate ids, slugs and aliases with the same address, unknown projects and related
 * articles.
 *
 * @param articles in any order; a collision is reported for the article whose slug comes later in the alphabet
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
    const report = (path: PropertyKey[], value: string, allowed: string) =>
      problems.push({ slug, path, found: JSON.stringify(value), allowed });

    const owner = ids.get(id);
    if (owner) report(['id'], id, `an id of its own (${owner} has this one)`);
    else ids.set(id, slug);

    if (!projects.has(project)) {
      report(['project'], project, [...projects].sort().join(', '));
    }

    earlier.forEach((alias, index) => {
      const other = slugs.has(alias) ? alias : aliases.get(alias);
      if (other)
        report(['aliases', index], alias, `a slug no article has had (${other} claims it)`);
      else aliases.set(alias, slug);
    });

    related.forEach((other, index) => {
      if (other === slug) report(['related', index], other, 'another article');
      else if (!slugs.has(other)) report(['related', index], other, 'the slug of an article');
    });
  }
  return problems;
}
