import { getEntry, render } from 'astro:content';
import { renderer } from '../content/render/renderer.ts';
import { defaultLocale, type Locale } from '../domain/vocabulary.ts';
import type { Article } from './library.ts';

/** Renders the text of an article: to HTML, or to a component (`Content`) if the text uses components. */
export async function renderText(article: Article, locale: Locale) {
  const { text, locale: written } = article.in(locale);
  if (!text.hasComponents) {
    const { code, metadata } = await renderer.render(text.body);
    return { html: code, headings: metadata.headings, Content: undefined };
  }
  const entry =
    written === defaultLocale
      ? await getEntry('articles', article.slug)
      : await getEntry('translations', `${written}/${article.slug}`);
  if (!entry) throw new Error(`${text.file} is not in its collection`);
  return { html: '', ...(await render(entry)) };
}
