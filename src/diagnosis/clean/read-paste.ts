import { cleanLine } from './clean-line.ts';
import { unescapeLines } from './unescape.ts';

/** A line of a paste, cleaned. */
export interface PasteLine {
  /** 1-based, in the paste as it came. */
  number: number;
  text: string;
}

export interface ReadPaste {
  lines: PasteLine[];
  /** True when the paste was longer than what is read. */
  truncated: boolean;
}

/** The most that is read of a paste, in UTF-16 units. */
export const MAX_PASTE_LENGTH = 5 * 1024 * 1024;

/** A longer line is read in pieces of this length: minified files, base64, a log without line ends. */
const PIECE_LENGTH = 2_000;

/** Widths at which terminals and image builders break lines in the middle of a word. */
const TERMINAL_WIDTHS = new Set([76, 79, 80, 81, 100, 120, 132]);

/**
 * Takes a paste apart into cleaned lines that are not empty; a line with escaped newlines becomes several of one number.
 * Runs in linear time whatever the input.
 */
export function readPaste(paste: string): ReadPaste {
  const truncated = paste.length > MAX_PASTE_LENGTH;
  const raw = (truncated ? paste.slice(0, MAX_PASTE_LENGTH) : paste).split(
    /\r\n|[\n\r\u2028\u2029]/,
  );
  const lines: PasteLine[] = [];
  let known: { raw: string; text: string } | undefined;
  joinBroken(raw).forEach(({ number, text }) => {
    // Progress bars and retries repeat a line many times over; nothing is learnt from the second.
    if (text === known?.raw) return;
    known = { raw: text, text };
    for (const piece of pieces(text)) {
      for (const inner of unescapeLines(piece)) {
        const cleaned = cleanLine(inner);
        if (cleaned !== '') lines.push({ number, text: cleaned });
      }
    }
  });
  return { lines, truncated };
}

/** Signs that programs print around names and values, and people leave out when they say what happens. */
const PRINTED = /[:'"`\\<>{}]/;

/** A person's question is seldom longer. */
const QUESTION_LINES = 3;

/** True for a few lines of words, as a person types them into a search: "append does nothing", "only on 3.11". */
export function isQuestion(lines: readonly PasteLine[]): boolean {
  return (
    lines.length > 0 &&
    lines.length <= QUESTION_LINES &&
    lines.every(({ text }) => !PRINTED.test(text))
  );
}

/** Joins lines that were broken in the middle of a word because a terminal was only so wide. */
function joinBroken(raw: readonly string[]): PasteLine[] {
  const joined: PasteLine[] = [];
  let open: PasteLine | undefined;
  raw.forEach((text, index) => {
    const isBroken =
      TERMINAL_WIDTHS.has(text.length) && /\w$/.test(text) && /^\w/.test(raw[index + 1] ?? '');
    if (open) open.text += text;
    else joined.push((open = { number: index + 1, text }));
    if (!isBroken || open.text.length > PIECE_LENGTH) open = undefined;
  });
  return joined;
}

function pieces(line: string): string[] {
  if (line.length <= PIECE_LENGTH) return [line];
  const found: string[] = [];
  for (let start = 0; start < line.length;) {
    const piece = line.slice(start, start + PIECE_LENGTH);
    // Not in the middle of a word, unless there is no end to it.
    const space = piece.lastIndexOf(' ');
    const isLast = start + PIECE_LENGTH >= line.length;
    const end = isLast || space < PIECE_LENGTH / 2 ? piece.length : space;
    found.push(piece.slice(0, end));
    start += end;
  }
  return found;
}
