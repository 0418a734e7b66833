/**
 * Keeps the reader's place when the language is switched: the sections of an article have the same anchors in every
 * language, and a search has the same address.
 */
export function keepPlaceOnLanguageSwitch(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-switch-language]')) {
    link.addEventListener('click', () => {
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}
