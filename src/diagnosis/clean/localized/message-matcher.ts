import { foldMessage, type FoldedText } from './fold-message.ts';

/** A localized message in a line. */
export interface LocalizedMatch {
  /** Place in the line, in UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
  /** English wording, with the arguments `%1` to `%9`. */
  english: string;
  /** Arguments as the line has them; `values[0]` is `%1`. */
  values: readonly string[];
  /** Length of the text of the message without its arguments. */
  weight: number;
}

interface Message {
  english: string;
  /** Folded text around the arguments. Empty where the message begins or ends with an argument. */
  pieces: readonly string[];
  /** Numbers of the arguments between the pieces, from 0. */
  order: readonly number[];
  /** Index of the longest piece. */
  anchor: number;
}

/** Start and end in the folded line. */
type Span = readonly [start: number, end: number];

/** Length of the beginning of an anchor by which messages are looked up. */
const KEY_LENGTH = 3;

/** Maximum length of an argument, in UTF-16 units: C++ types of some hundred are common (chosen). */
const MAX_ARGUMENT_LENGTH = 1_000;

const LETTER = /\p{L}/u;

/** Finds localized messages in a line, in linear time. */
export class MessageMatcher {
  readonly #messages = new Map<string, Message[]>();

  /**
   * @param english wording with the arguments `%1` to `%9`
   * @param localized wording of another language, with the same arguments in any order
   */
  add(english: string, localized: string): void {
    const pieces = localized.split(/%\d/).map((piece) => foldMessage(piece).text);
    const order = [...localized.matchAll(/%(\d)/g)].map(([, digit]) => Number(digit) - 1);
    const longest = Math.max(...pieces.map(({ length }) => length));
    const anchor = pieces.findIndex(({ length }) => length === longest);
    const key = (pieces[anchor] ?? '').slice(0, KEY_LENGTH);
    const messages = this.#messages.get(key) ?? [];
    messages.push({ english, pieces, order, anchor });
    this.#messages.set(key, messages);
  }

  /** Returns the matches of a line that do not overlap, in the order of the line. */
  find(line: string): LocalizedMatch[] {
    const folded = foldMessage(line);
    const matches: LocalizedMatch[] = [];
    for (let at = 0; at + KEY_LENGTH <= folded.text.length; at++) {
      for (const message of this.#messages.get(folded.text.slice(at, at + KEY_LENGTH)) ?? []) {
        const spans = spansAt(message, at, folded, line);
        if (spans && !isInsideWord(spans, folded, line))
          matches.push(toMatch(message, spans, folded, line));
      }
    }
    return withoutOverlaps(matches);
  }
}

/** Finds the pieces of a message around its anchor, each as near as possible. */
function spansAt(
  { pieces, anchor }: Message,
  at: number,
  folded: FoldedText,
  line: string,
): Span[] | undefined {
  const anchorText = pieces[anchor] ?? '';
  if (!folded.text.startsWith(anchorText, at)) return undefined;
  const spans: Span[] = [[at, at + anchorText.length]];
  for (const piece of pieces.slice(0, anchor).reverse()) {
    const [[before] = [0]] = spans;
    const start =
      piece === '' ? startOfArgument(folded, line, before) : lastBefore(folded, piece, before);
    if (start < 0 || start >= before) return undefined;
    spans.unshift([start, start + piece.length]);
  }
  for (const piece of pieces.slice(anchor + 1)) {
    const [, after] = spans.at(-1) ?? [0, 0];
    const start = piece === '' ? folded.text.length : firstAfter(folded, piece, after);
    if (start <= after) return undefined;
    spans.push([start, start + piece.length]);
  }
  return spans;
}

function lastBefore({ text }: FoldedText, piece: string, end: number): number {
  const from = Math.max(0, end - MAX_ARGUMENT_LENGTH);
  const found = text.slice(from, end - 1).lastIndexOf(piece);
  return found < 0 ? -1 : from + found;
}

function firstAfter({ text }: FoldedText, piece: string, start: number): number {
  const found = text.slice(start + 1, start + 1 + MAX_ARGUMENT_LENGTH).indexOf(piece);
  return found < 0 ? -1 : start + 1 + found;
}

/** An argument at the beginning of a message goes back to the last colon that ends a prefix, or to the start of the line. */
function startOfArgument({ text, places }: FoldedText, line: string, end: number): number {
  for (let index = end - 1; index > end - MAX_ARGUMENT_LENGTH && index > 0; index--) {
    if (text[index - 1] !== ':') continue;
    const place = places[index - 1] ?? 0;
    if (line[place] === '：' || line[place + 1] === ' ') return index;
  }
  return end > MAX_ARGUMENT_LENGTH ? -1 : 0;
}

/** True where a letter precedes or follows: the words are a part of another sentence. */
function isInsideWord(spans: readonly Span[], { places }: FoldedText, line: string): boolean {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return true;
  const start = places[first[0]] ?? 0;
  const end = places[last[1] - 1] ?? 0;
  const areLetters = (...at: [number, number]) =>
    at.every((index) => LETTER.test(line.charAt(index)));
  return (
    (first[1] > first[0] && areLetters(start - 1, start)) ||
    (last[1] > last[0] && areLetters(end, end + 1))
  );
}

function toMatch(
  { english, pieces, order }: Message,
  spans: readonly Span[],
  { places }: FoldedText,
  line: string,
): LocalizedMatch {
  const startOf = (index: number) => places[index] ?? line.length;
  const endOf = (index: number) => (index === 0 ? 0 : (places[index - 1] ?? line.length) + 1);
  const values: string[] = [];
  order.forEach((number, index) => {
    const [from, to] = [spans[index]?.[1] ?? 0, spans[index + 1]?.[0] ?? 0];
    values[number] = line.slice(endOf(from), startOf(to)).trim();
  });
  return {
    start: startOf(spans[0]?.[0] ?? 0),
    end: endOf(spans.at(-1)?.[1] ?? 0),
    english,
    values,
    weight: pieces.join('').length,
  };
}

/** Keeps the matches with most text of their message; of equal ones the first. */
function withoutOverlaps(matches: readonly LocalizedMatch[]): LocalizedMatch[] {
  const kept: LocalizedMatch[] = [];
  for (const match of matches.toSorted((left, right) => right.weight - left.weight)) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match);
  }
  return kept.sort((left, right) => left.start - right.start);
}
