/**
 * An article as text for other places: issue trackers, change logs, manuals. Titles quote what programs print, so
 * whatever these places read as markup or as a mention of somebody is written as plain characters or as code.
 */

const MARKDOWN = /[\\`*_[\]<>|~&]/g;

/** What would make a paragraph a list. */
const LIST_MARKER = /^(?:[-+]|\d{1,9}(?=[.)]))/;

/** What trackers look for in words without spaces, Chinese around them included. */
const WORD = /[!-~]+/g;

/**
 * `@njit` would call a person of that name, `#1`, `GH-1` and an address would link an issue and be noted there, `$x$`
 * is a formula, `:x:` a picture. Trackers look for them in the text as it is shown, so neither a backslash nor an
 * entity keeps them away (github.com/github/cmark-gfm/issues/181); code does.
 */
const LINKED = /[@#$]|GH-\d|:\/\/|www\.|:[\w+-]+:/i;

const STOPS = '.,;:!?';

/** A text that shows in Markdown as it is. */
export function markdownText(text: string): string {
  let shown = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!LINKED.test(word)) continue;
    const linked = withoutStops(word);
    shown += escaped(text.slice(end, index)) + codeSpan(linked);
    end = index + linked.length;
  }
  return (shown + escaped(text.slice(end))).replace(LIST_MARKER, (marker) =>
    marker === '-' || marker === '+' ? `\\${marker}` : `${marker}\\`,
  );
}

const escaped = (text: string) => text.replace(MARKDOWN, '\\$&');

/** A word without the full stop or the colon behind it, unless it is nothing else. */
function withoutStops(word: string): string {
  let end = word.length;
  while (end > 1 && STOPS.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** One line as code inside a Markdown text; whatever is in it, it does not end the code. */
export function codeSpan(line: string): string {
  const ticks = '`'.repeat(longestRun(line) + 1);
  const space = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return ticks + space + line + space + ticks;
}

/** One line as a block of code; whatever is in it, it does not end the block. */
export function codeBlock(line: string): string {
  const ticks = '`'.repeat(Math.max(longestRun(line) + 1, 3));
  return [`${ticks}text`, line, ticks].join('\n');
}

/** Length of the longest run of backticks. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}

/** A link in Markdown. */
export function markdownLink(title: string, url: string): string {
  return `[${markdownText(title)}](${url})`;
}

/** A picture in Markdown that leads somewhere; `alt` is for those who do not see it. */
export function markdownBadge(alt: string, image: string, url: string): string {
  return `[![${markdownText(alt)}](${image})](${url})`;
}

/** A link in reStructuredText, anonymous, so that two of one title do not clash. */
export function rstLink(title: string, url: string): string {
  return `\`${title.replace(/[\\`<>*_|]/g, '\\$&')} <${url}>\`__`;
}
