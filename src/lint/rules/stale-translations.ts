import path from 'node:path';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { defaultLocale, locales } from '../../domain/vocabulary.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/** Reports translations that are missing, or older than the English text. */
export function checkTranslations({
  slug,
  text,
  digest,
  translations,
}: LibraryArticle): LintMessage[] {
  return locales.flatMap((locale) => {
    if (locale === defaultLocale) return [];
    const translation = translations[locale];
    if (!translation) {
      const file = `${path.posix.dirname(text.file)}/${locale}.mdx`;
      return [advice({ file, rule: 'translations', found: 'nothing', wanted: 'a translation' })];
    }
    if (!translation.stale) return [];
    return [
      advice({
        file: translation.file,
        line: translation.lineOf(['source']),
        rule: 'translations',
        found: `a translation of ${translation.words.source}, the English text is now ${digest}`,
        wanted: `an updated translation, then \`npm run check -- --translated ${slug}\``,
      }),
    ];
  });
}
