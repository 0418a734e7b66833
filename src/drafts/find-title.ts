import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import { hasVisibleCharacter } from '../domain/text/characters.ts';
import type { Found } from './found.ts';
import type { Source } from './read-source.ts';
import { truncateAtWord } from './text.ts';

/** Maximum length of a title in the facts. */
const MAX_TITLE_LENGTH = 90;

/** Lengths, in UTF-16 units, of a first line that may be a title; shorter lines are the menu of a page. */
const MAX_FIRST_LINE_LENGTH = 140;
const MIN_FIRST_LINE_LENGTH = 8;
const MAX_FRONT_MATTER_LINES = 40;

interface Line {
  number: number;
  text: string;
}

/** Returns the title of the tracker, page or mail, of the front matter, the first heading, or the first line. */
export function findTitle(source: Source | undefined, prose: readonly Line[]): Found<string> {
  const marked = frontMatterTitle(prose) ?? prose.find(({ text }) => /^#\s+\S/.test(text));
  const line = marked ?? prose.find(isLongEnough) ?? { number: 0, text: '' };
  const isStated = source?.title !== undefined || marked !== undefined;
  const text = cleanTitle(source?.title ?? line.text);
  const value = truncateAtWord(text, MAX_TITLE_LENGTH);
  if (!hasVisibleCharacter(value) || (!isStated && text.length > MAX_FIRST_LINE_LENGTH)) {
    return { value: `${DRAFT_MARK}: what a reader would call the fault`, isSure: false };
  }
  const read = source?.title === undefined ? `line ${line.number}` : 'title';
  const note = noteOn(text, value, isStated);
  return note === undefined ? { value, read, isSure: true } : { value, read, isSure: false, note };
}

/** Returns what the author has to do with a title; `undefined` if nothing. */
function noteOn(text: string, value: string, isStated: boolean): string | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'translate it into English';
  if (value !== text) return 'cut';
  return isStated ? undefined : 'the first line';
}

function frontMatterTitle(prose: readonly Line[]): Line | undefined {
  if (prose[0]?.text.trim() !== '---') return undefined;
  return prose
    .slice(1, MAX_FRONT_MATTER_LINES)
    .find(({ text }) => /^title\s?[:：]\s?\S/i.test(text));
}

const isLongEnough = ({ text }: Line) =>
  /\p{L}{2}/u.test(text) && text.trim().length >= MIN_FIRST_LINE_LENGTH;

const cleanTitle = (text: string) =>
  text
    .replace(/^title\s?[:：]\s?|^\s*[#/>›»]{1,6}\s+/i, '')
    .replace(/^["'](.*)["']$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
