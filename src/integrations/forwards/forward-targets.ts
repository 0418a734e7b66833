import type { Library } from '../../content/read/library-model.ts';
import { defaultLocale } from '../../domain/vocabulary.ts';
import type { ForwardTarget } from './forward-page.ts';

/** Returns the articles of a library as the targets of addresses, by slug. */
export function forwardTargets({
  articles,
  projects,
}: Pick<Library, 'articles' | 'projects'>): Map<string, ForwardTarget> {
  return new Map(
    articles.map(({ slug, facts, translations }) => [
      slug,
      {
        slug,
        facts,
        project: { name: projects.get(facts.project)?.name ?? facts.project },
        in(locale) {
          const words = translations[locale]?.words;
          const { title, summary, fix } = words ?? facts;
          return { title, summary, fix, locale: words ? locale : defaultLocale };
        },
      },
    ]),
  );
}
