/**
 * Shortens a text for display.
 *
 * @param maxLength in UTF-16 units, without the ellipsis
 * @returns the text itself if it is short enough; never ends in half a surrogate pair
 */
export function truncate(text: string, maxLength: number, ellipsis = '...'): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '') + ellipsis;
}
