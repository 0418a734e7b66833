/**
 * Shortens a text for display.
 *
 * @param maxLength in code points, without the ellipsis
 * @returns the text itself if it is short enough
 */
export function truncate(text: string, maxLength: number, ellipsis = '...'): string {
  if (text.length <= maxLength) return text;
  const kept = Array.from(text.slice(0, 2 * maxLength))
    .slice(0, maxLength)
    .join('');
  return kept.length < text.length ? kept + ellipsis : text;
}
