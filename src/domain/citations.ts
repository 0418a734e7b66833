/**
 * An article as text for other places: issue trackers, change logs, manuals. Titles quote what programs print, so
 * whatever these places read as markup or as a mention of somebody is written as plain characters.
 */

const MARKDOWN = /[\\`*_[\]<>|~]/g;

/** `@njit` would call a person of that name, `#1` would link an issue of that tracker. */
const MENTIONS: Readonly<Record<string, string>> = { '@': '&#64;', '#': '&#35;' };

/** A text that shows in Markdown as it is. */
export function markdownText(text: string): string {
  return text.replace(MARKDOWN, '\\$&').replace(/[@#]/g, (sign) => MENTIONS[sign] ?? sign);
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
