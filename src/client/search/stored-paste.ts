import { isPlainClick } from '../shared/dom.ts';
import { isPaste } from './query-text.ts';

const KEY = 'paste';

/** Stores a paste in this tab when the reader switches the language; the address has all other texts. */
export function storePasteOnLanguageSwitch(text: () => string): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-switch-language]')) {
    link.addEventListener('click', (event) => {
      if (isPlainClick(event) && isPaste(text())) store(text());
    });
  }
}

/** Returns the stored paste and deletes it; `undefined` when there is none. */
export function takeStoredPaste(): string | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ?? undefined;
  } catch {
    return undefined;
  }
}

function store(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Storage may be forbidden or full; the paste then stays on this page.
  }
}
