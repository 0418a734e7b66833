import type { Token } from '../index/tokens.ts';

/** How a signature aligns with a line. */
export interface Alignment {
  /** Weight of the signature's tokens that were found, in order. */
  matched: number;
  /** Index of the first token of the line that takes part. */
  first: number;
  /** True when a heavy word is missing in the middle: `ndarray` where the signature has `dtype`. */
  isReplaced: boolean;
  /** True when the larger of two numbers changed sides: 88 from header, 96 from object, or the reverse. */
  isReversed: boolean;
}

/** Gap penalty per skipped token of the line; lower at a placeholder, which stands for any number of tokens. */
const SKIP_PENALTY = 0.05;
const SKIP_PENALTY_AT_GAP = 0.012;

/** Similarity of a word to a directory of the same name. */
const FOLDER_SIMILARITY = 0.25;

/** Similarity of two different numbers. */
const NUMBER_SIMILARITY = 0.35;

/** Share of the heaviest weight from which a word carries the message. */
const HEAVY_SHARE = 0.8;

/** Where the score of a cell comes from. */
const STOP = 0;
const MATCH = 1;
const SKIP_LINE = 2;
const SKIP_PATTERN = 3;

/**
 * Finds the heaviest way in which the tokens of a signature follow each other in a line: local alignment with term
 * weights as similarity. Either may begin or end anywhere, so cut messages are found.
 *
 * Time and space grow with the product of the two lengths; callers keep both short.
 *
 * @see T. F. Smith, M. S. Waterman, "Identification of common molecular subsequences", 1981
 * @param weights of the tokens of the pattern
 * @returns `undefined` when nothing matches
 */
export function align(
  pattern: readonly Token[],
  weights: Float64Array,
  line: readonly Token[],
): Alignment | undefined {
  const width = line.length + 1;
  const scores = new Float64Array((pattern.length + 1) * width);
  const moves = new Uint8Array(scores.length);
  let best = 0;
  let bestCell = 0;
  pattern.forEach((token, position) => {
    const weight = weights[position] ?? 0;
    const penalty = token.kind === 'gap' ? SKIP_PENALTY_AT_GAP : SKIP_PENALTY;
    line.forEach((other, column) => {
      const cell = (position + 1) * width + column + 1;
      const gain = similarity(token, other) * weight;
      const match = gain > 0 ? (scores[cell - width - 1] ?? 0) + gain : 0;
      const skipLine = (scores[cell - 1] ?? 0) - penalty;
      const skipPattern = scores[cell - width] ?? 0;
      const move = bestMove(match, skipLine, skipPattern);
      const score = [0, match, skipLine, skipPattern][move] ?? 0;
      moves[cell] = move;
      scores[cell] = score;
      if (score > best) {
        best = score;
        bestCell = cell;
      }
    });
  });
  return best > 0 ? traceBack(pattern, weights, line, moves, bestCell) : undefined;
}

function bestMove(match: number, skipLine: number, skipPattern: number): number {
  if (match > 0 && match >= skipPattern && match >= skipLine) return MATCH;
  if (skipPattern > 0 && skipPattern >= skipLine) return SKIP_PATTERN;
  return skipLine > 0 ? SKIP_LINE : STOP;
}

function traceBack(
  pattern: readonly Token[],
  weights: Float64Array,
  line: readonly Token[],
  moves: Uint8Array,
  end: number,
): Alignment {
  const width = line.length + 1;
  const numbers: NumberPair[] = [];
  const heavy = HEAVY_SHARE * Math.max(...weights);
  const last = Math.floor(end / width) - 1;
  let matched = 0;
  let first = 0;
  let next = last + 1;
  let isReplaced = false;
  let cell = end;
  for (let move = moves[cell]; move; move = moves[cell]) {
    if (move !== MATCH) {
      cell -= move === SKIP_LINE ? 1 : width;
      continue;
    }
    const row = Math.floor(cell / width) - 1;
    first = (cell % width) - 1;
    if (next <= last)
      isReplaced ||= weights.subarray(row + 1, next).some((weight) => weight >= heavy);
    next = row;
    const token = pattern[row];
    const other = line[first];
    if (token && other) {
      matched += similarity(token, other) * (weights[row] ?? 0);
      if (token.kind === 'number') numbers.push({ pattern: valueOf(token), line: valueOf(other) });
    }
    cell -= width + 1;
  }
  return { matched, first, isReplaced, isReversed: areReversed(numbers) };
}

function similarity(token: Token, other: Token): number {
  if (token.kind === 'gap' || other.kind === 'gap') return 0;
  if (token.term === other.term) return other.isFolder ? FOLDER_SIMILARITY : 1;
  if (token.kind === 'number' && other.kind === 'number') return NUMBER_SIMILARITY;
  if (other.stems.length > 0 && other.stems.includes(token.term)) return 1;
  return 0;
}

/** A number of the signature and the number of the line in its place. */
interface NumberPair {
  pattern: number;
  line: number;
}

/** Returns the value of a number; of a version such as 3.13 its first two parts, in order of size. */
function valueOf({ term }: Token): number {
  const text = term.slice(1);
  if (text.startsWith('0x')) return Number.parseInt(text, 16);
  const [major = '0', minor = '0'] = text.split('.');
  return Number(major) + Number(minor) / 1e4;
}

function areReversed(pairs: readonly NumberPair[]): boolean {
  return pairs.slice(1).some((pair, index) => {
    const previous = pairs[index];
    if (!previous) return false;
    const expected = Math.sign(previous.pattern - pair.pattern);
    const actual = Math.sign(previous.line - pair.line);
    return expected !== 0 && actual === -expected;
  });
}
