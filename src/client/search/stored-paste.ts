const KEY = 'paste';

/** Stores a paste in this tab for the next search page that is opened in it. */
export function storePaste(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Storage may be forbidden or full; the paste then stays on this page.
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
