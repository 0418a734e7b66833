import { NOTE } from '../domain/facts/draft-markers.ts';
import { sections, type SectionId } from '../domain/facts/sections.ts';
import { sectionOfLine } from './material.ts';
import type { Reading } from './reading/reading.ts';
import { cutTo } from './reading/trim.ts';

/** No line of front matter may be longer. */
const LINE_LENGTH = 1_800;

const HEADER =
  'What the source says, section by section; the numbers are lines of SOURCE.md. For your eyes: write in your own words.';

/** What no section claims: other people in a thread. */
const ELSEWHERE = 'Said by others';

/**
 * The sentences of a source as lines of a comment, so that the writer has them beside the draft and no reader ever has.
 *
 * @param most signs in all; each section gets its share of them, and what is left over stays in `SOURCE.md`
 */
export function notesOf({ lines }: Reading, most: number): string[] {
  const said = lines.filter(({ isHeading, text }) => !isHeading && /[\p{L}\d]/u.test(text));
  if (said.length === 0) return [];
  const groups = Map.groupBy(said, (line) => sectionOfLine(line));
  const order = [...(Object.keys(sections) as SectionId[]), undefined];
  const notes = order.flatMap((section) => {
    const group = groups.get(section) ?? [];
    return group.length === 0
      ? []
      : [
          {
            name: section === undefined ? ELSEWHERE : sections[section].en,
            rows: group.map(({ number, text }) => cutTo(`${number}: ${text}`, LINE_LENGTH)),
          },
        ];
  });
  const room = shares(
    notes.map(({ rows }) => rows.join('\n').length),
    most,
  );
  return [
    HEADER,
    ...notes.flatMap(({ name, rows }, at) => [`## ${name}`, ...fitting(rows, room[at] ?? 0)]),
  ].map((line) => `${NOTE} ${line}`);
}

/** Shares out a room among those who want some of it: the small ones get what they want, the large ones as much as each other. */
function shares(wanted: readonly number[], room: number): number[] {
  const given = [...wanted];
  let left = room;
  const bySize = wanted.map((size, at) => ({ size, at })).sort((a, b) => a.size - b.size);
  for (const [index, { size, at }] of bySize.entries()) {
    const share = Math.min(size, Math.floor(left / (bySize.length - index)));
    given[at] = share;
    left -= share;
  }
  return given;
}

/** The first rows that have room, and how many are left. */
function fitting(rows: readonly string[], room: number): string[] {
  let size = -1;
  const end = rows.findIndex((row) => (size += row.length + 1) > room);
  if (end < 0) return [...rows];
  return [...rows.slice(0, end), `... and ${rows.length - end} more lines in SOURCE.md`];
}
