import { findBlock, type Pattern } from './pattern.ts';

/** Longest name, in characters: a mangled C++ symbol. */
const MAX_LENGTH = 200;

/** Characters of the names of files, symbols, packages and versions. */
const NAME_CHARACTER = /[\w.+@~$/\\-]/;

/** Between two literals, a name may contain a colon: `std::vector`, `C:\x.dll`. */
const ONLY_NAME = /^[\w.+@~$:/\\-]+$/;

/** Quotes, spaces and brackets around a name that the signature does not have. */
const AROUND = new Set(" '()<>");

/**
 * Returns the name in the place of a placeholder, of a text with a signature; `undefined` if something else is there.
 * Between two literals it is all that is there; at an end of the signature, the word next to the literal.
 *
 * @param text normalized
 */
export function captureName(
  text: string,
  { blocks, after }: Pattern,
  placeholder: string,
): string | undefined {
  let end = 0;
  let captured: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const found = findBlock(block, text, end);
    if (!found) return undefined;
    if (block.before === placeholder) {
      const between = text.slice(end, found.start);
      captured = index === 0 ? lastName(between) : onlyName(between);
    }
    end = found.end;
  }
  return after === placeholder ? firstName(text.slice(end)) : captured;
}

function onlyName(text: string): string | undefined {
  const name = text.slice(skip(text, 0, 1), skip(text, text.length - 1, -1) + 1);
  return name.length <= MAX_LENGTH && ONLY_NAME.test(name) ? name : undefined;
}

function lastName(text: string): string | undefined {
  const last = skip(text, text.length - 1, -1);
  let first = last;
  while (last - first < MAX_LENGTH && NAME_CHARACTER.test(text.charAt(first))) first -= 1;
  return first === last ? undefined : text.slice(first + 1, last + 1);
}

function firstName(text: string): string | undefined {
  const first = skip(text, 0, 1);
  let end = first;
  while (end - first < MAX_LENGTH && NAME_CHARACTER.test(text.charAt(end))) end += 1;
  // The name may end a sentence.
  while (end > first && text.charAt(end - 1) === '.') end -= 1;
  return end === first ? undefined : text.slice(first, end);
}

/** Returns the index of the first character from an index on, in one direction, that does not surround a name. */
function skip(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (AROUND.has(text.charAt(at))) at += step;
  return at;
}

/** Returns a captured name as the program printed it: names are compared in lowercase. */
export function asPrinted(name: string, line: string): string {
  const start = line.toLowerCase().indexOf(name);
  const printed = line.slice(start, start + name.length);
  return printed.toLowerCase() === name ? printed : name;
}
