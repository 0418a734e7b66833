import { buildIndex } from '../diagnosis/index/build-index.ts';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
import { oncePerLibrary } from '../site/once-per-library.ts';
import { buildKnowledge, faultCards } from './build-knowledge.ts';
import { serveIndex } from './diagnosis-files.ts';
import { tableFiles } from './site-tables.ts';
import type { Knowledge } from './published-knowledge.ts';

const knowledge = oncePerLibrary(
  (library) => new Map(locales.map((locale) => [locale, buildKnowledge(library, locale)])),
);

/** Returns the diagnosis indexes of the site, by language. */
export const servedIndexes = oncePerLibrary(async ({ articles, projects }) => {
  const { served } = await tableFiles();
  const index = buildIndex(articles.map(({ slug, facts }) => ({ slug, ...facts })));
  const entries = locales.map((locale) => {
    const cards = faultCards(articles, locale);
    const { symptoms } = wordsOf(locale);
    const answers = articles.flatMap(({ facts }) => {
      const card = cards[facts.id];
      if (!card) return [];
      const { title, fix, cause, lookup } = card;
      const project = projects.get(facts.project)?.name ?? facts.project;
      return [
        [
          facts.id,
          {
            title,
            fix,
            cause,
            project,
            symptom: symptoms[facts.symptom],
            ...(lookup && { lookup }),
          },
        ] as const,
      ];
    });
    return [locale, serveIndex(locale, index, Object.fromEntries(answers), served)] as const;
  });
  return new Map(entries);
});

/** Returns the knowledge of the site in one language. */
export const knowledgeIn = async (locale: Locale): Promise<Knowledge> =>
  inLocale(await knowledge(), locale);

/** Returns the path of the diagnosis index of one language. */
export const diagnosisPathIn = async (locale: Locale): Promise<string> =>
  inLocale(await servedIndexes(), locale).path;

function inLocale<T>(values: ReadonlyMap<Locale, T>, locale: Locale): T {
  const value = values.get(locale);
  if (value === undefined) throw new Error(`nothing was built for the language ${locale}`);
  return value;
}
