import type { Locale } from '../../domain/vocabulary.ts';

/**
 * Moves the text in the reader's language to the top of a page that is written in all of them, one `<section>` each. The
 * headings of the first section begin with `h1`, those of the others with `h2`.
 */
export function showLanguageFirst(page: HTMLElement, locale: Locale): void {
  const first = page.querySelector('section');
  const section = page.querySelector<HTMLElement>(`section[data-locale="${locale}"]`);
  if (!first || !section || section === first) return;
  shiftHeadings(first, 1);
  shiftHeadings(section, -1);
  page.prepend(section);
  document.documentElement.lang = section.lang;
  document.title = section.querySelector('h1')?.textContent ?? document.title;
}

/** Replaces each heading of a section by one that is some levels lower. */
function shiftHeadings(section: HTMLElement, levels: number): void {
  for (const heading of section.querySelectorAll('h1, h2, h3')) {
    const replacement = document.createElement(`h${Number(heading.tagName.slice(1)) + levels}`);
    for (const { name, value } of heading.attributes) replacement.setAttribute(name, value);
    replacement.append(...heading.childNodes);
    heading.replaceWith(replacement);
  }
}
