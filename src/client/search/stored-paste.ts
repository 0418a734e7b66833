import { isPlainClick } from '../shared/dom.ts';
import { writeTextFragment } from '../shared/text-fragment.ts';
import { isPaste } from './query-text.ts';
import type { SearchBox } from './search-box.ts';

const KEY = 'paste';

/**
 * Keeps a paste when the reader switches the language: stored in this tab, or in the address if it came that way. The
 * address has all other texts.
 */
export function keepPasteOnLanguageSwitch(box: SearchBox): void {
  // On the document, so that it runs after the link has got the query and the fragment of this page.
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || !isPaste(box.text)) return;
    const link = target.closest<HTMLAnchorElement>('[data-switch-language]');
    if (link && box.isFromAddress) link.hash = writeTextFragment(box.text);
    else if (link && isPlainClick(event)) store(box.text);
  });
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
