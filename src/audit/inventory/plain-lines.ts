/** The marks of a quotation in Markdown; `>>>` is a prompt. */
const QUOTATION = /^(?!>>>)>{1,2}(?: >{1,2}){0,4}(?: |$)/;

/**
 * Returns the lines of a text without what they gained on its way: the marks of a quotation, no-break spaces, spaces at
 * their ends, a byte order mark.
 */
export function plainLines(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replaceAll('\u{a0}', ' ').trimEnd().replace(QUOTATION, ''));
}
