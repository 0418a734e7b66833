import type { Loader } from 'astro/loaders';
import type { ArticleText } from '../read/library-model.ts';
import { libraryLoader, type TextEntry } from './library-loader.ts';

/** Makes the entry of a text. Astro renders a text with components; all others are rendered by their pages. */
const textEntry = (id: string, { file, hasComponents }: ArticleText): TextEntry => ({
  id,
  filePath: file,
  deferredRender: hasComponents,
});

/** Loads `articles`: the English texts by slug. */
export const articlesLoader = (): Loader =>
  libraryLoader('articles', ({ articles }) =>
    articles.map(({ slug, text }) => textEntry(slug, text)),
  );

/** Loads `translations`: the texts in all other languages by `<locale>/<slug>`. */
export const translationsLoader = (): Loader =>
  libraryLoader('translations', ({ articles }) =>
    articles.flatMap(({ slug, translations }) =>
      Object.entries(translations).map(([locale, text]) => textEntry(`${locale}/${slug}`, text)),
    ),
  );
