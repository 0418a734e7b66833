/**
 * Text about an article for issue trackers, change logs and manuals. Titles quote the output of programs, so everything
 * that would be markup or a mention there is escaped or becomes code.
 */

const MARKDOWN = /[\\`*_[\]<>|~&]/g;

/** The beginning of a list item. */
const LIST_MARKER = /^(?:[-+]|\d{1,9}(?=[.)]))/;

/** Words of ASCII characters, also between Chinese ones. */
const WORD = /[!-~]+/g;

/**
 * `@njit` would mention a user, `#1`, `GH-1` and an address would link an issue, `$x$` is a formula, `:x:` an emoji.
 * Trackers find them in the rendered text, so neither a backslash nor an entity escapes them; code does.
 *
 * @see https://github.com/github/cmark-gfm/issues/181
 */
const LINKED = /[@#$]|GH-\d|:\/\/|www\.|:[\w+-]+:/i;

const END_PUNCTUATION = '.,;:!?';

/** Escapes a text for Markdown. */
export function markdownText(text: string): string {
  let shown = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!LINKED.test(word)) continue;
    const linked = withoutEndPunctuation(word);
    shown += escapeMarkdown(text.slice(end, index)) + codeSpan(linked);
    end = index + linked.length;
  }
  return (shown + escapeMarkdown(text.slice(end))).replace(LIST_MARKER, (marker) =>
    marker === '-' || marker === '+' ? `\\${marker}` : `${marker}\\`,
  );
}

/** Formats a text in which backticks mark code, and nothing else is markup, for Markdown. */
export function markdownWithCode(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? markdownText(part) : codeSpan(part)))
    .join('');
}

const escapeMarkdown = (text: string) => text.replace(MARKDOWN, '\\$&');

/** Keeps at least one character. */
function withoutEndPunctuation(word: string): string {
  let end = word.length;
  while (end > 1 && END_PUNCTUATION.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** Formats a line as inline code in Markdown. */
export function codeSpan(line: string): string {
  const ticks = codeFence(line, 1);
  const space = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return ticks + space + line + space + ticks;
}

/** Formats a line as a code block in Markdown. */
export function codeBlock(line: string): string {
  const ticks = codeFence(line);
  return [`${ticks}text`, line, ticks].join('\n');
}

/**
 * Returns backticks that can enclose a text: one more than the longest run in it.
 *
 * @param minLength 3 for a block
 */
export function codeFence(text: string, minLength = 3): string {
  const runs = (text.match(/`+/g) ?? []).map(({ length }) => length + 1);
  return '`'.repeat(Math.max(minLength, ...runs));
}

/** Formats a link in Markdown. */
export function markdownLink(title: string, url: string): string {
  return `[${markdownText(title)}](${url})`;
}

/** Formats an image with a link in Markdown. */
export function markdownBadge(alt: string, image: string, url: string): string {
  return `[![${markdownText(alt)}](${image})](${url})`;
}

/** Formats a link in reStructuredText; an anonymous one, since two named links of one title conflict. */
export function rstLink(title: string, url: string): string {
  return `\`${title.replace(/[\\`<>*_|]/g, '\\$&')} <${url}>\`__`;
}
