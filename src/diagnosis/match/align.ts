import type { Token } from '../index/tokens.ts';

/** How a signature lies along a line. */
export interface Alignment {
  /** Weight of the signature's tokens that were found, in order. */
  matched: number;
  /** First and last token of the line that take part. */
  first: number;
  last: number;
  /** Numbers that stand in the same place: how many are equal, and how many differ. */
  equalNumbers: number;
  otherNumbers: number;
  /** True when a word that carries the message is missing in its middle: `ndarray` where the signature has `dtype`. */
  isReplaced: boolean;
  /** True when of two numbers the larger one changed sides: 88 from header, 96 from object, or the reverse. */
  isReversed: boolean;
}

/** What one token of the line between two found ones costs; under a placeholder anything may stand for less. */
const SKIP = 0.05;
const SKIP_IN_GAP = 0.012;

/** A directory of the reader's machine that happens to be called like a word of the message. */
const FOLDER = 0.25;

/** Weight, as a share of the heaviest, of the words that carry a message. */
const HEAVY = 0.8;

/** A number in the place of another one: the place is right. */
const OTHER_NUMBER = 0.35;

/**
 * The heaviest way in which the tokens of a signature follow each other in a line.
 * Local alignment after T. F. Smith and M. S. Waterman, "Identification of common molecular subsequences", 1981,
 * with rarity as similarity; either may begin or end anywhere, so that cut messages are found.
 *
 * Time and space grow with the product of the two lengths; callers keep both short.
 */
export function align(
  pattern: readonly Token[],
  weights: Float64Array,
  line: readonly Token[],
): Alignment | undefined {
  const width = line.length + 1;
  const scores = new Float64Array((pattern.length + 1) * width);
  /** 1: matched here, 2: from the left, 3: from above. */
  const moves = new Uint8Array(scores.length);
  let best = 0;
  let bestAt = 0;
  for (let row = 1; row <= pattern.length; row++) {
    const token = pattern[row - 1];
    if (!token) break;
    const weight = weights[row - 1] ?? 0;
    const skip = token.kind === 'gap' ? SKIP_IN_GAP : SKIP;
    for (let column = 1; column < width; column++) {
      const at = row * width + column;
      const above = scores[at - width] ?? 0;
      const left = (scores[at - 1] ?? 0) - skip;
      const other = line[column - 1];
      const gain = other ? similarity(token, other) * weight : 0;
      const diagonal = gain > 0 ? (scores[at - width - 1] ?? 0) + gain : 0;
      let score = 0;
      if (diagonal > 0 && diagonal >= above && diagonal >= left) {
        score = diagonal;
        moves[at] = 1;
      } else if (above > 0 && above >= left) {
        score = above;
        moves[at] = 3;
      } else if (left > 0) {
        score = left;
        moves[at] = 2;
      }
      scores[at] = score;
      if (score > best) {
        best = score;
        bestAt = at;
      }
    }
  }
  return best > 0 ? trace(pattern, weights, line, moves, bestAt) : undefined;
}

function trace(
  pattern: readonly Token[],
  weights: Float64Array,
  line: readonly Token[],
  moves: Uint8Array,
  end: number,
): Alignment {
  const width = line.length + 1;
  const found = { matched: 0, first: 0, last: 0, equalNumbers: 0, otherNumbers: 0 };
  const pairs: { pattern: number; line: number }[] = [];
  const heavy = HEAVY * Math.max(...weights);
  const last = Math.floor(end / width) - 1;
  let next = last + 1;
  let isReplaced = false;
  let at = end;
  found.last = (end % width) - 1;
  for (;;) {
    const move = moves[at];
    if (move === 1) {
      const row = Math.floor(at / width) - 1;
      const column = (at % width) - 1;
      const token = pattern[row];
      const other = line[column];
      for (let between = row + 1; between < next; between++) {
        if (next <= last && (weights[between] ?? 0) >= heavy) isReplaced = true;
      }
      next = row;
      if (token && other) {
        found.matched += similarity(token, other) * (weights[row] ?? 0);
        if (token.kind === 'number') {
          if (token.term === other.term) found.equalNumbers++;
          else found.otherNumbers++;
          pairs.push({ pattern: valueOf(token), line: valueOf(other) });
        }
      }
      found.first = column;
      at -= width + 1;
    } else if (move === 2) at -= 1;
    else if (move === 3) at -= width;
    else break;
  }
  return { ...found, isReplaced, isReversed: areReversed(pairs) };
}

function similarity(token: Token, other: Token): number {
  if (token.kind === 'gap' || other.kind === 'gap') return 0;
  if (token.term === other.term) return other.isFolder ? FOLDER : 1;
  if (token.kind === 'number' && other.kind === 'number') return OTHER_NUMBER;
  if (other.stems.length > 0 && other.stems.includes(token.term)) return 1;
  return 0;
}

/** The number itself; of versions such as 3.13 the first two parts, in order of size. */
function valueOf({ term }: Token): number {
  const text = term.slice(1);
  if (text.startsWith('0x')) return Number.parseInt(text, 16);
  const [major = '0', minor = '0'] = text.split('.');
  return Number(major) + Number(minor) / 1e4;
}

function areReversed(pairs: readonly { pattern: number; line: number }[]): boolean {
  for (let at = 1; at < pairs.length; at++) {
    const [a, b] = [pairs[at - 1], pairs[at]];
    if (!a || !b) continue;
    const wanted = Math.sign(a.pattern - b.pattern);
    const seen = Math.sign(a.line - b.line);
    if (wanted !== 0 && seen === -wanted) return true;
  }
  return false;
}
