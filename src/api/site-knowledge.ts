import { readLibrary } from '../content/read/read-library.ts';
import { locales, type Locale } from '../domain/vocabulary.ts';
import { oncePerBuild } from '../site/once-per-build.ts';
import { projectRoot } from '../site/project-root.ts';
import { buildKnowledge } from './build-knowledge.ts';
import { serveIndex } from './diagnosis-files.ts';
import type { Knowledge } from './published-knowledge.ts';

const knowledge = oncePerBuild(async () => {
  const library = await readLibrary(projectRoot);
  return new Map(locales.map((locale) => [locale, buildKnowledge(library, locale)]));
});

/** Returns the diagnosis indexes of the site, by language. */
export const servedIndexes = oncePerBuild(async () => {
  const entries = [...(await knowledge())].map(([locale, { index, cards }]) => {
    const answers = Object.entries(cards).map(
      ([id, { title, fix, cause }]) => [id, { title, fix, cause }] as const,
    );
    return [locale, serveIndex(locale, index, Object.fromEntries(answers))] as const;
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
