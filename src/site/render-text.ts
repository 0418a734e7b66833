import { render } from 'astro:content';
import { renderer } from '../content/render/renderer.ts';
import type { ArticleWords } from './library.ts';

/** Renders the text of an article: to HTML, or to a component (`Content`) if the text uses components. */
export async function renderText({ text, entry }: ArticleWords) {
  if (text.hasComponents) return { html: '', ...(await render(entry)) };
  const { code, metadata } = await renderer.render(text.body);
  return { html: code, headings: metadata.headings, Content: undefined };
}
