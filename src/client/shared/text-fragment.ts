const PREFIX = '#paste=';

/** Returns a text as a URL fragment, which browsers send to no server. Inverse of `readTextFragment`. */
export function writeTextFragment(text: string): string {
  return PREFIX + encodeURIComponent(text.toWellFormed());
}

/** Returns the text in a URL fragment; `undefined` for any other fragment. */
export function readTextFragment(fragment: string): string | undefined {
  if (!fragment.startsWith(PREFIX)) return undefined;
  try {
    return decodeURIComponent(fragment.slice(PREFIX.length));
  } catch {
    return undefined;
  }
}
