import { cleanLine } from '../clean/clean-line.ts';
import { isWordAt, normalize, wordsOf } from './normalize.ts';

/** A line that a program prints, compiled for matching. */
export interface Pattern {
  /** As in the article. */
  text: string;
  blocks: readonly Block[];
  /** Name of the placeholder after the last block; empty if it ends the line. */
  after: string;
  words: readonly PatternWord[];
}

/** Literals with one number between each two. Any text may be between two blocks. */
interface Block {
  literals: readonly Literal[];
  /** Name of the placeholder before the block; empty for a block that begins the line. */
  before: string;
}

interface Literal {
  text: string;
  /** True if the text begins, or ends, with a complete word: `init` is not part of `initctl`. */
  startsWord: boolean;
  endsWord: boolean;
}

/** A word of a pattern, for incomplete matches. */
export interface PatternWord {
  text: string;
  /** False if a placeholder continues the word, as in `PyInit_<module>`. */
  isComplete: boolean;
}

const PLACEHOLDER = /<([A-Za-z][\w -]{0,38})>/;

/** Placeholders that stand for one number, version or address; all others stand for any text. */
const NUMBERS = new Set(
  'n m a b number line col column pid offset count version addr address hex'.split(' '),
);

/** Compiles a line of an article, in which each `<placeholder>` stands for a part that varies. */
export function compilePattern(text: string): Pattern {
  const parts = cleanLine(text).split(PLACEHOLDER);
  const blocks: Block[] = [];
  let literals: Literal[] = [];
  let before = '';
  const endBlock = (placeholder: string) => {
    if (literals.length > 0) blocks.push({ literals, before });
    literals = [];
    before = placeholder;
  };
  parts.forEach((part, index) => {
    if (index % 2 === 0) {
      const isLast = index === parts.length - 1;
      const literal = toLiteral(part, index === 0, isLast);
      // An empty literal separates two numbers, as in `#<n> <address> in main`.
      if (literal.text !== '' || (literals.length > 0 && !isLast)) literals.push(literal);
    } else {
      const isContinued = /^\w/.test(parts[index + 1] ?? '');
      if (isContinued || !NUMBERS.has(part.toLowerCase())) endBlock(part);
    }
  });
  const isOpen = literals.length === 0;
  const after = isOpen ? before : '';
  endBlock('');
  const words = blocks.flatMap((block) => block.literals.flatMap(wordsOfLiteral));
  return { text, blocks, after, words };
}

/** A space beside a placeholder shows that the word next to it is complete. */
function toLiteral(part: string, isFirst: boolean, isLast: boolean): Literal {
  const text = normalize(part);
  return {
    text,
    startsWord: isWordAt(text, 0) && (isFirst || /^\s/.test(part)),
    endsWord: isWordAt(text, text.length - 1) && (isLast || /\s$/.test(part)),
  };
}

function wordsOfLiteral({ text, startsWord, endsWord }: Literal): PatternWord[] {
  const words = wordsOf(text);
  return words.map((word, index) => ({
    text: word,
    isComplete:
      (index > 0 || startsWord || !isWordAt(text, 0)) &&
      (index < words.length - 1 || endsWord || !isWordAt(text, text.length - 1)),
  }));
}

/** True if a normalized text contains a pattern. Takes time proportional to the product of their lengths at most. */
export function containsPattern(text: string, { blocks }: Pattern): boolean {
  let end = 0;
  // The first occurrence of a block leaves most room for the next one, so no other needs to be tried.
  for (const block of blocks) {
    const found = findBlock(block, text, end);
    if (!found) return false;
    end = found.end;
  }
  return blocks.length > 0;
}

/** True if every line with a pattern also has another one. */
export function impliesPattern({ text }: Pattern, other: Pattern): boolean {
  const example = cleanLine(text).split(PLACEHOLDER);
  return containsPattern(
    normalize(example.map((part, index) => (index % 2 === 0 ? part : '1')).join('')),
    other,
  );
}

/** Finds the first occurrence of a block at an index or after it. */
export function findBlock(
  { literals }: Block,
  text: string,
  from: number,
): { start: number; end: number } | undefined {
  const first = literals[0]?.text ?? '';
  for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
    const end = matchLiterals(literals, text, start);
    if (end >= 0) return { start, end };
  }
  return undefined;
}

/** A number, version or address, with the space around it. */
const NUMBER = / ?-?[\w+]+(?:\.[\w+]+)* ?/y;

/** Returns the end of the literals of a block that begins at an index, or -1. */
function matchLiterals(literals: readonly Literal[], text: string, start: number): number {
  let end = matchLiteral(literals[0], text, start);
  for (const literal of literals.slice(1)) {
    if (end < 0) return -1;
    end = matchAfterNumber(literal, text, end);
  }
  return end;
}

/** Returns the end of a literal that follows a number at an index, or -1. */
function matchAfterNumber(literal: Literal, text: string, start: number): number {
  NUMBER.lastIndex = start;
  if (!NUMBER.test(text)) return -1;
  // In `NumPy 2.2.Please upgrade` the number ends before its last dot.
  for (let at = NUMBER.lastIndex; at > start; at = text.lastIndexOf('.', at - 1)) {
    const end = matchLiteral(literal, text, at);
    if (end >= 0) return end;
  }
  return -1;
}

/** Returns the end of a literal that begins at an index, or -1. */
function matchLiteral(literal: Literal | undefined, text: string, start: number): number {
  if (!literal || !text.startsWith(literal.text, start)) return -1;
  if (literal.startsWord && start > 0 && isWordAt(text, start - 1)) return -1;
  const end = start + literal.text.length;
  return literal.endsWord && isWordAt(text, end) ? -1 : end;
}
