import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { knowledgeFile, tablesFile } from '../../api/published-knowledge.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { rowsByTable } from '../../domain/lookup/rows-by-table.ts';
import { buildKnowledge } from '../../api/build-knowledge.ts';

/** The parts of a library that knowledge is built from. */
type ActionLibrary = Parameters<typeof buildKnowledge>[0];

/** Returns the knowledge that the Action ships with, in every language, by file name. */
export function actionKnowledge(library: ActionLibrary): Record<string, string> {
  return {
    ...Object.fromEntries(
      locales.map((locale) => [knowledgeFile(locale), fileText(library, locale)]),
    ),
    [tablesFile]: tablesText(library),
  };
}

/** The Action diagnoses. It neither searches nor looks up addresses. */
function fileText(library: ActionLibrary, locale: Locale): string {
  const knowledge = buildKnowledge({ ...library, tables: new Map() }, locale);
  const { documents: _, formerMessages: __, tables: ___, ...needed } = knowledge;
  return `${JSON.stringify(needed)}\n`;
}

const tablesText = ({ tables }: ActionLibrary) => `${JSON.stringify(rowsByTable(tables))}\n`;

/** Returns whether articles have changed since the Action was packed. It is packed before a release, not with each article. */
export async function isActionBehind(root: string, library: ActionLibrary): Promise<boolean> {
  const shipped = path.join(root, 'action', knowledgeFile(defaultLocale));
  // Libraries of tests have no Action.
  if (!existsSync(shipped)) return false;
  const tables = path.join(root, 'action', tablesFile);
  return (
    (await readFile(shipped, 'utf8')) !== fileText(library, defaultLocale) ||
    !existsSync(tables) ||
    (await readFile(tables, 'utf8')) !== tablesText(library)
  );
}
