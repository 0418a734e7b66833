import { articlePath } from '../domain/addresses/addresses.ts';
import { fillAnswer } from '../domain/lookup/fill-answer.ts';
import { defaultLocale } from '../domain/vocabulary.ts';
import { oncePerLibrary } from '../site/once-per-library.ts';
import { absoluteUrl } from '../site/links.ts';
import type { AnswersJson } from './response-schemas.ts';

/** Returns the answers of each article with a lookup, by the order of the library. */
export const answersJson = oncePerLibrary(({ articles, tables }): AnswersJson[] =>
  articles.flatMap(({ slug, facts: { id, lookup } }) => {
    if (!lookup) return [];
    const rows = tables.get(lookup.table)?.rows ?? [];
    return {
      id,
      url: absoluteUrl(articlePath(slug)),
      key: lookup.key,
      answers: rows.flatMap((row) => {
        const names = row.keys[lookup.key];
        if (!names) return [];
        const { text, commands } = fillAnswer(
          lookup,
          { row, name: `<${lookup.key}>` },
          { locale: defaultLocale },
        );
        return {
          names: [...names],
          text,
          commands: commands.map(({ system, command, isVerified }) => ({
            system,
            command,
            verified: isVerified,
          })),
        };
      }),
    };
  }),
);
