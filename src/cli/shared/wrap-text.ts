import stringWidth from 'fast-string-width';

/**
 * A Chinese character with the punctuation that belongs to it, a word, or white space. Chinese has no spaces: a line may end
 * after any character, but does not begin with a comma.
 */
const TOKEN =
  /\s+|[（《“]{0,3}\p{Script=Han}[，。、：；！？）》”]{0,3}|[^\s\p{Script=Han}（《“]+|[（《“]/gu;

/**
 * Wraps a text without styles. Words are never broken, so that commands and addresses can be copied.
 *
 * @param columns width of a line; Chinese characters take two columns
 */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const isSpace = token.trim() === '';
    const tokenWidth = isSpace ? 1 : stringWidth(token);
    if (width + tokenWidth > columns && line !== '' && !isSpace) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (isSpace && line === '') continue;
    line += isSpace ? ' ' : token;
    width += tokenWidth;
  }
  return [...lines, line.trimEnd()];
}
