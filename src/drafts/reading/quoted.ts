/** Signs that open a quotation, with those that close it. */
const PAIRS: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  '“': '”',
  '「': '」',
  "'": "'",
};

const MIN_LENGTH = 8;
const MAX_LENGTH = 400;

/** What stands in quotes or between backticks, outermost first; an apostrophe inside a word quotes nothing. */
export function quotedIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const open = text.charAt(at);
    const close = PAIRS[open];
    if (close === undefined || (open === "'" && /\w/.test(text.charAt(at - 1)))) continue;
    const length = text.slice(at + 1, at + 2 + MAX_LENGTH).indexOf(close);
    if (length < MIN_LENGTH) continue;
    found.push(text.slice(at + 1, at + 1 + length).trim());
    at += length + 1;
  }
  return found;
}
