import path from 'node:path';
import { defaultLocale, locales } from '../../domain/vocabulary.ts';
import type { LibraryArticle } from '../../content/read/read-library.ts';
import { advice, type Remark } from '../remark.ts';

/** Reports missing translations and translations that are older than the English text. */
export function translationRemarks({ slug, text, digest, translations }: LibraryArticle): Remark[] {
  return locales
    .filter((locale) => locale !== defaultLocale)
    .map((locale) => {
      const translation = translations[locale];
      if (!translation) {
        const file = `${path.posix.dirname(text.file)}/${locale}.mdx`;
        return advice({ file, rule: 'translations', found: 'nothing', wanted: 'a translation' });
      }
      if (!translation.stale) return undefined;
      return advice({
        file: translation.file,
        line: translation.lineOf(['source']),
        rule: 'translations',
        found: `a translation of ${translation.words.source}, the English text is now ${digest}`,
        wanted: `an updated translation, then \`npm run check -- --translated ${slug}\``,
      });
    })
    .filter((remark) => remark !== undefined);
}
