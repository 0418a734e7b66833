/**
 * The kind of a token, which decides its weight: a `word` of a language, a `name` (identifier, symbol, file), a
 * `number`, or a `gap` for what varies (a placeholder of a signature, a digest, an address).
 */
export type TokenKind = 'word' | 'name' | 'number' | 'gap';

export interface Token {
  /** Normalized text; empty for a gap. */
  term: string;
  kind: TokenKind;
  /** Beginnings and endings of a name, as terms: a signature may have `PyInit_<module>`. */
  stems: readonly string[];
  /** Words inside a name: `PyArray_Descr` contains `array` and `descr`. */
  parts: readonly string[];
  /** True for a directory of a path, which mostly belongs to the reader's machine. */
  isFolder: boolean;
}

const MAX_STEMS = 10;
const MAX_PARTS = 8;

/** Minimum length of a beginning or a part of a name, and of an ending. */
const MIN_BEGINNING = 3;
const MIN_ENDING = 6;

/** Longer names are cut, in characters. */
const MAX_NAME_LENGTH = 80;

/** A term that ends with it matches every name with that beginning, one that begins with it every name with that ending. */
export const WILDCARD = '*';

const PLACEHOLDER = /^<[^<>=]{1,60}>$/;

/** Angle brackets that programs print, as opposed to placeholders. */
const PRINTED = /^<(?:frozen |string|stdin|unnamed|class |built-in|void)/;

/** Candidates for tokens. Copied for each line, since the position of the search is changed. */
const PIECE = /<[^<>\s=][^<>=]{0,60}>|0[xX][0-9a-fA-F]+|\d+(?:\.\d+)*|[\p{L}_$@][\p{L}\p{N}_$@]*/gu;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const NO_TEXTS: readonly string[] = [];
const GAP: Token = { term: '', kind: 'gap', stems: NO_TEXTS, parts: NO_TEXTS, isFolder: false };

/** Long, hexadecimal, with a digit; Rust puts an `h` before its digests. */
const DIGEST = /^h?(?=[a-f]*\d)[0-9a-f]{8,}$/;

/** Minimum length of a digest that begins with a digit, so that numbers are not taken for one. */
const MIN_NUMERIC_DIGEST = 13;

/** Lengths of digests at the end of a name, in hexadecimal digits, and the minimum. */
const DIGEST_LENGTHS = [64, 40, 32];
const MIN_DIGEST = 16;

/**
 * Splits a cleaned line into tokens, in order.
 *
 * @param isSignature makes placeholders gaps, and a name next to one the beginning or the end of a name
 */
export function tokenize(line: string, isSignature = false): Token[] {
  const tokens: Token[] = [];
  const folders = folderSpans(line);
  let folder = 0;
  const pieces = new RegExp(PIECE);
  let previousEnd = -1;
  let gapEnd = -1;
  for (let match = pieces.exec(line); match; match = pieces.exec(line)) {
    const [piece] = match;
    const start = match.index;
    const end = start + piece.length;
    if (piece.startsWith('<')) {
      const isGlued = previousEnd === start;
      if (isSignature && PLACEHOLDER.test(piece) && (isGlued || !PRINTED.test(piece))) {
        openEnd(tokens, isGlued);
        tokens.push(GAP);
        previousEnd = -1;
        gapEnd = end;
        continue;
      }
      // Not a placeholder: the inside is tokenized.
      pieces.lastIndex = start + 1;
      continue;
    }
    while (folder < folders.length && (folders[folder]?.end ?? 0) <= start) folder++;
    const isFolder = start >= (folders[folder]?.start ?? Infinity);
    addPiece(tokens, piece, isFolder);
    if (gapEnd === start) openBeginning(tokens);
    previousEnd = end;
  }
  return tokens;
}

/** Makes a name right before a placeholder the beginning of a name. */
function openEnd(tokens: Token[], isGlued: boolean): void {
  const last = tokens.at(-1);
  if (!isGlued || !last || last.kind === 'gap') return;
  const text = last.term;
  if (text.length < MIN_BEGINNING || last.kind === 'number') {
    tokens[tokens.length - 1] = GAP;
    return;
  }
  const term = text.slice(0, text.length - tailLength(text, isDigit)) + WILDCARD;
  tokens[tokens.length - 1] = { ...last, kind: 'name', term, stems: NO_TEXTS };
}

/** Makes a name right after a placeholder the end of a name. */
function openBeginning(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.kind !== 'name' || last.term.length < MIN_ENDING) return;
  tokens[tokens.length - 1] = { ...last, term: WILDCARD + last.term, stems: NO_TEXTS };
}

function addPiece(tokens: Token[], piece: string, isFolder: boolean): void {
  const first = piece.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    const text = piece.toLowerCase();
    if (DIGEST.test(text) && text.length >= MIN_NUMERIC_DIGEST) tokens.push(GAP);
    else tokens.push(make(`#${text}`, 'number', isFolder));
    return;
  }
  if (CJK.test(piece)) {
    // Text without spaces is indexed by pairs of characters.
    const characters = [...piece];
    characters.forEach((character, index) => {
      const next = characters[index + 1];
      if (next !== undefined) tokens.push(make(character + next, 'word', isFolder));
    });
    return;
  }
  addName(tokens, piece.slice(0, MAX_NAME_LENGTH), isFolder);
}

function addName(tokens: Token[], piece: string, isFolder: boolean): void {
  const bare = withoutLeading(piece);
  const lower = bare.toLowerCase();
  if (DIGEST.test(lower)) {
    tokens.push(GAP);
    return;
  }
  const mangled = /^_*Z/.test(piece) && piece.startsWith('_') ? demangle(bare) : undefined;
  if (mangled) {
    const [head = '', ...rest] = mangled.map((name) => name.toLowerCase());
    const term = [head, ...rest.slice(0, 1)].join('::');
    const stems = rest.length > 0 ? [`${head}::${WILDCARD}`] : NO_TEXTS;
    tokens.push(make(term, 'name', isFolder, stems, [head, ...rest]));
    tokens.push(make(lower, 'name', isFolder));
    return;
  }
  if (!isName(bare)) {
    tokens.push(make(stem(lower), 'word', isFolder));
    return;
  }
  const cut = lower.slice(0, lower.length - digestLength(lower));
  const isCut = cut.length < lower.length && cut.length >= MIN_BEGINNING;
  const term = isCut ? cut + WILDCARD : lower;
  tokens.push(make(term, 'name', isFolder, isCut ? NO_TEXTS : stemsOf(bare), partsOf(bare)));
}

/** Removes what compilers and linkers put before a name: underscores, `__imp_`, the `@` and `$` of decorated names. */
function withoutLeading(name: string): string {
  let start = 0;
  while (start < name.length - 1 && '_$@'.includes(name.charAt(start))) start++;
  if (start > 0 && name.startsWith('imp_', start) && name.length > start + 4) {
    return withoutLeading(name.slice(start + 3));
  }
  return name.slice(start);
}

/** Returns the length of the digest at the end of a name such as `__excinfo_unwrap_argsd045637d...`; 0 if there is none. */
function digestLength(name: string): number {
  const hex = tailLength(name, (character) => /[\da-f]/.test(character));
  if (hex < MIN_DIGEST) return 0;
  return DIGEST_LENGTHS.find((length) => length <= hex) ?? MIN_DIGEST;
}

function tailLength(text: string, matches: (character: string) => boolean): number {
  let length = 0;
  while (length < text.length && matches(text.charAt(text.length - 1 - length))) length++;
  return length;
}

const isDigit = (character: string) => character >= '0' && character <= '9';

function make(
  term: string,
  kind: TokenKind,
  isFolder: boolean,
  stems: readonly string[] = NO_TEXTS,
  parts: readonly string[] = NO_TEXTS,
): Token {
  return { term, kind, isFolder, stems, parts };
}

/** True for a name rather than a word: it has an underscore, a digit or a capital inside. */
function isName(piece: string): boolean {
  return /[\d_$@]|[\p{Ll}]\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(piece);
}

/** Boundaries of the words inside a name. */
const BOUNDARY = /_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu;

/** Returns the beginnings and endings of a name at each boundary: `PyInit__C` has the beginning of `PyInit_<module>`. */
function stemsOf(name: string): string[] {
  const stems: string[] = [];
  for (const match of name.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    const ending = name.slice(end).toLowerCase();
    if (end >= MIN_BEGINNING && end < name.length) {
      stems.push(name.slice(0, end).toLowerCase() + WILDCARD);
    }
    if (match[0].length > 1) stems.push(name.slice(0, match.index + 1).toLowerCase() + WILDCARD);
    if (ending.length >= MIN_ENDING && end > 0) stems.push(WILDCARD + ending);
    if (stems.length >= MAX_STEMS) break;
  }
  return stems;
}

function partsOf(name: string): string[] {
  const parts = name
    .split(BOUNDARY)
    .filter((part) => part.length >= MIN_BEGINNING && !/^\d/.test(part));
  return parts.length < 2 ? [] : parts.slice(0, MAX_PARTS).map((part) => stem(part.toLowerCase()));
}

/**
 * Returns the names in a symbol that is mangled after the Itanium C++ ABI (`<length><name>` repeated, in `N...E` or
 * alone), without its arguments: `ZN3c105ErrorC2E...` gives `c10`, `Error`.
 *
 * @see https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling
 * @returns `undefined` for any other symbol
 */
function demangle(symbol: string): string[] | undefined {
  const names: string[] = [];
  let position = /^Z(?:T[VIS])?(?:N[rVK]*)?(?:S[a-z])?/.exec(symbol)?.[0].length ?? 0;
  while (position < symbol.length && names.length < MAX_PARTS) {
    const length = /^\d{1,3}/.exec(symbol.slice(position, position + 3))?.[0];
    if (length === undefined) break;
    const start = position + length.length;
    position = start + Number(length);
    if (position > symbol.length) break;
    names.push(symbol.slice(start, position));
  }
  return names.length === 0 ? undefined : names;
}

/**
 * Removes English endings, so that `crashes`, `crashed` and `crashing` equal `crash`.
 *
 * @see M. F. Porter, "An algorithm for suffix stripping", 1980, of which this is a part of step 1
 */
export function stem(word: string): string {
  if (word.length < 5) return word;
  let base = word;
  if (/(?:ss|x|z|sh|ch)es$/.test(base)) base = base.slice(0, -2);
  else if (/[^su]s$/.test(base)) base = base.slice(0, -1);
  if (base.length > 6 && base.endsWith('ing')) base = base.slice(0, -3);
  else if (base.length > 5 && base.endsWith('ed')) base = base.slice(0, -2);
  if (base.length > 4 && base.endsWith('e')) base = base.slice(0, -1);
  if (base.length > 4 && /([bdgmnprt])\1$/.test(base)) base = base.slice(0, -1);
  return base;
}

/** Part of a line, from the index `start` up to but not including `end`. */
interface Span {
  start: number;
  end: number;
}

const MAYBE_PATH = /[^\s"'`<>(),;=]+/g;

/** Informative components at the end of a path: the file and its folder. */
const INFORMATIVE_COMPONENTS = 2;

/** Length of `site-packages` and `dist-packages`; the path below them is informative. */
const PACKAGES_LENGTH = 13;

/** Finds the directories of a line that belong to the reader's machine rather than to the fault. */
function folderSpans(line: string): Span[] {
  if (!line.includes('/') && !line.includes('\\')) return [];
  const spans: Span[] = [];
  for (const match of line.matchAll(MAYBE_PATH)) {
    const [path] = match;
    if (!path.includes('/') && !path.includes('\\')) continue;
    const packages = Math.max(path.lastIndexOf('site-packages'), path.lastIndexOf('dist-packages'));
    let end = packages >= 0 ? packages + PACKAGES_LENGTH : path.length;
    if (packages < 0) {
      for (let component = 0; component < INFORMATIVE_COMPONENTS && end > 0; component++) {
        end = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
      }
    }
    if (end > 0) spans.push({ start: match.index, end: match.index + end });
  }
  return spans;
}
