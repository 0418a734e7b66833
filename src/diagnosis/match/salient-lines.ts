import { TRACEBACK_START } from '../../domain/text/traceback.ts';
import { isFrame } from '../clean/frames.ts';
import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { tokenize, type Token } from '../index/tokens.ts';

/** A line of the paste with what the library knows about it. */
export interface SalientLine extends PasteLine {
  /** Position among the cleaned lines. */
  index: number;
  tokens: readonly Token[];
  /** Weight of all distinct terms, known or not. */
  total: number;
  /** Weight of the terms that some article has. */
  known: number;
  /** True for a frame of a traceback or a stack. */
  isFrame: boolean;
  /** Number of chained exceptions above this one; the first of a chain is closest to the cause. */
  chainDepth: number;
}

/** Maximum number of lines matched against signatures. */
const MAX_LINES = 300;

/** Minimum known weight of a line; less than one rare word. */
const MIN_KNOWN = 0.3;

/** Factor for the name of a directory: most are the reader's own. */
const FOLDER_FACTOR = 0.25;

/** The lines that Python prints between an exception and the one that was raised because of it. */
const CHAINED =
  /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):?$/;

const DIGITS = /\d+/g;

/** Selects the lines with the most known weight, in the order of the paste; lines that differ only in digits count once. */
export function salientLines(lines: readonly PasteLine[], index: OpenIndex): SalientLine[] {
  const seen = new Set<string>();
  const candidates: SalientLine[] = [];
  let chainDepth = 0;
  let isChained = false;
  lines.forEach((line, position) => {
    // A traceback that is not chained to the one above it begins a new chain.
    if (CHAINED.test(line.text)) {
      isChained = true;
    } else if (TRACEBACK_START.test(line.text)) {
      chainDepth = isChained ? chainDepth + 1 : 0;
      isChained = false;
    }
    const key = line.text.replace(DIGITS, '0');
    if (seen.has(key)) return;
    seen.add(key);
    const candidate = { ...weighLine(line, position, index), chainDepth };
    if (candidate.known > MIN_KNOWN) candidates.push(candidate);
  });
  if (candidates.length <= MAX_LINES) return candidates;
  const least = candidates.map(({ known }) => known).sort((a, b) => b - a)[MAX_LINES - 1] ?? 0;
  // Many lines may share the least weight.
  return candidates.filter(({ known }) => known >= least).slice(0, 2 * MAX_LINES);
}

function weighLine(
  line: PasteLine,
  position: number,
  index: OpenIndex,
): Omit<SalientLine, 'chainDepth'> {
  const tokens = tokenize(line.text);
  const terms = new Set<string>();
  let total = 0;
  let known = 0;
  for (const token of tokens) {
    if (token.kind === 'gap' || terms.has(token.term)) continue;
    terms.add(token.term);
    const weight = index.weightOf(token) * (token.isFolder ? FOLDER_FACTOR : 1);
    total += weight;
    known += weight * knownShare(token, index);
  }
  return { ...line, index: position, tokens, total, known, isFrame: isFrame(line.text) };
}

function knownShare({ term, stems, parts }: Token, index: OpenIndex): number {
  if ((index.term(term)?.articles.length ?? 0) > 0) return 1;
  if (stems.some((stem) => index.term(stem))) return 1;
  return parts.some((part) => index.term(part)) ? 0.5 : 0;
}
