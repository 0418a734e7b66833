import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import type { Found } from './found.ts';
import type { Source } from './read-source.ts';
import { truncate } from './text.ts';

/** Maximum length of a title in the facts. */
const MAX_TITLE_LENGTH = 90;

/** Lengths, in UTF-16 units, of a first line that may be a title; shorter lines are the menu of a page. */
const MAX_FIRST_LINE_LENGTH = 140;
const MIN_FIRST_LINE_LENGTH = 8;
const MAX_FRONT_MATTER_LINES = 40;

/** The title of the tracker, page or mail, of the front matter, the first heading, or the first line. */
export function findTitle(
  source: Source | undefined,
  prose: readonly { number: number; text: string }[],
): Found<string> {
  const inMatter =
    prose[0]?.text.trim() === '---'
      ? prose.slice(1, MAX_FRONT_MATTER_LINES).find(({ text }) => /^title\s?[:：]\s?\S/i.test(text))
      : undefined;
  const heading = prose.find(({ text }) => /^#\s+\S/.test(text));
  const first = prose.find(
    ({ text }) => /\p{L}{2}/u.test(text) && text.trim().length >= MIN_FIRST_LINE_LENGTH,
  );
  const marked = inMatter ?? heading;
  const line = marked ?? first;
  const text = (source?.title ?? line?.text ?? '')
    .replace(/^title\s?[:：]\s?|^\s*[#/>›»]{1,6}\s+/i, '')
    .replace(/^["'](.*)["']$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > ((source?.title ?? marked) ? Infinity : MAX_FIRST_LINE_LENGTH)) {
    return { value: `${DRAFT_MARK}: what a reader would call the fault`, isSure: false };
  }
  const value = truncate(text, MAX_TITLE_LENGTH);
  const read = source?.title === undefined ? `line ${line?.number}` : 'title';
  if (/\p{Script=Han}/u.test(text)) {
    return { value, read, isSure: false, note: 'translate it into English' };
  }
  if (value !== text) return { value, read, isSure: false, note: 'cut' };
  return source?.title === undefined && !marked
    ? { value, read, isSure: false, note: 'the first line' }
    : { value, read, isSure: true };
}
