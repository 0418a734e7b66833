import { isFrame } from '../clean/frames.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { PasteLine } from '../clean/read-paste.ts';
import { tokenize, type Token } from '../index/tokens.ts';
import { TRACEBACK_START } from '../../domain/text/traceback.ts';

/** A line of the paste with what the library knows of it. */
export interface SalientLine extends PasteLine {
  /** Position among the cleaned lines. */
  index: number;
  tokens: readonly Token[];
  /** Weight of all its different terms, known or not. */
  total: number;
  /** Weight of those that some article has. */
  known: number;
  /** A frame of a traceback or a stack: where, not what. */
  isFrame: boolean;
  /** Number of exceptions above it that led to this one: what is told there is nearer to the cause. */
  consequence: number;
}

/** So many lines are held against signatures; the rest of a log says less than these. */
const MAX_LINES = 300;

/** Lines that say less than one rare word are not worth it. */
const MIN_KNOWN = 0.3;

/** Directories count so much of other names: most are the reader's own. */
const FOLDER = 0.25;

/** What Python prints between an exception and the one that was raised because of it. */
const CHAINED =
  /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):?$/;

const DIGITS = /\d+/g;

/** Picks the lines that say most to the library, in the order of the paste, each different line once. */
export function salientLines(lines: readonly PasteLine[], knowledge: OpenIndex): SalientLine[] {
  const seen = new Set<string>();
  const candidates: SalientLine[] = [];
  let consequence = 0;
  let isChained = false;
  lines.forEach((line, index) => {
    // A new traceback that is not chained to the one above is another story.
    if (CHAINED.test(line.text)) {
      isChained = true;
    } else if (TRACEBACK_START.test(line.text)) {
      consequence = isChained ? consequence + 1 : 0;
      isChained = false;
    }
    const key = line.text.replace(DIGITS, '0');
    if (seen.has(key)) return;
    seen.add(key);
    const read = { ...readLine(line, index, knowledge), consequence };
    if (read.known > MIN_KNOWN) candidates.push(read);
  });
  if (candidates.length <= MAX_LINES) return candidates;
  const least = candidates.map(({ known }) => known).sort((a, b) => b - a)[MAX_LINES - 1] ?? 0;
  return candidates.filter(({ known }) => known >= least).slice(0, 2 * MAX_LINES);
}

function readLine(
  line: PasteLine,
  index: number,
  knowledge: OpenIndex,
): Omit<SalientLine, 'consequence'> {
  const tokens = tokenize(line.text);
  const terms = new Set<string>();
  let total = 0;
  let known = 0;
  for (const token of tokens) {
    if (token.kind === 'gap' || terms.has(token.term)) continue;
    terms.add(token.term);
    const term = knowledge.term(token.term);
    const isOpen = token.stems.some((stem) => knowledge.term(stem));
    const weight = knowledge.weightOf(token) * (token.isFolder ? FOLDER : 1);
    total += weight;
    if (term && term.articles.length > 0) known += weight;
    else if (isOpen) known += weight;
    else if (token.parts.some((part) => knowledge.term(part))) known += weight / 2;
  }
  return { ...line, index, tokens, total, known, isFrame: isFrame(line.text) };
}
