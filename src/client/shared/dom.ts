import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';

/** The element that a page must have: its absence is a mistake of ours, and says which one. */
export function queryRequired<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`No element ${selector}`);
  return element;
}

/** Base path of the site without the slash at its end, as the layout wrote it. */
export function siteBase(): string {
  return document.body.dataset['base'] ?? '';
}

/** The reader's language, as the layout wrote it. */
export function siteLocale(): Locale {
  return locales.find((locale) => locale === document.body.dataset['locale']) ?? defaultLocale;
}
