import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { knowledgeFile } from '../../api/published-knowledge.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { buildKnowledge } from '../../api/build-knowledge.ts';
import type { LibraryArticle } from '../../content/read/library-model.ts';

/** Returns the knowledge that the Action ships with, in every language, by file name. */
export function actionKnowledge(articles: readonly LibraryArticle[]): Record<string, string> {
  return Object.fromEntries(
    locales.map((locale) => [knowledgeFile(locale), fileText(articles, locale)]),
  );
}

/** The Action diagnoses and does not search. */
function fileText(articles: readonly LibraryArticle[], locale: Locale): string {
  const { documents: _, ...knowledge } = buildKnowledge(articles, locale);
  return `${JSON.stringify(knowledge)}\n`;
}

/** Returns whether articles have changed since the Action was packed. It is packed before a release, not with each article. */
export async function isActionBehind(
  root: string,
  articles: readonly LibraryArticle[],
): Promise<boolean> {
  const shipped = path.join(root, 'action', knowledgeFile(defaultLocale));
  // Libraries of tests have no Action.
  if (!existsSync(shipped)) return false;
  return (await readFile(shipped, 'utf8')) !== fileText(articles, defaultLocale);
}
