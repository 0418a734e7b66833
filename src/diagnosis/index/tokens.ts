/**
 * What a token is, as far as its weight is concerned:
 * a `word` of a language, a `name` that somebody gave (identifier, symbol, file), a `number`,
 * or a `gap` that stands for what varies (a placeholder of a signature, a hash, an address).
 */
export type TokenKind = 'word' | 'name' | 'number' | 'gap';

export interface Token {
  /** Normalised text; empty for a gap. */
  term: string;
  kind: TokenKind;
  /** Beginnings and endings of a name that a signature may have spelt as `PyInit_<module>`, as terms of their own. */
  stems: readonly string[];
  /** Words inside a name: `PyArray_Descr` holds `array` and `descr`. */
  parts: readonly string[];
  /** True for a directory on the way to a file: mostly the reader's own machine. */
  isFolder: boolean;
}

/** Beginnings and endings kept of a name. */
const MAX_STEMS = 10;

/** A shorter ending of a name says nothing. */
const MIN_ENDING = 6;

/** Longer names are cut: two that agree so far are the same. */
const NAME_LENGTH = 80;

/** A term that ends so stands for every name that begins like it, one that begins so for every name that ends like it. */
export const OPEN = '*';

const PLACEHOLDER = /^<[^<>=]{1,60}>$/;

/** Angle brackets that Python itself prints, so no placeholders. */
const PRINTED = /^<(?:frozen |string|stdin|unnamed|class |built-in|void)/;

const PIECE = /<[^<>\s=][^<>=]{0,60}>|0[xX][0-9a-fA-F]+|\d+(?:\.\d+)*|[\p{L}_$@][\p{L}\p{N}_$@]*/gu;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const NO_TEXTS: readonly string[] = [];
const GAP: Token = { term: '', kind: 'gap', stems: NO_TEXTS, parts: NO_TEXTS, isFolder: false };

/** Digest-like: long, hexadecimal, with a digit; `h` before it is how Rust writes its own. */
const DIGEST = /^h?(?=[a-f]*\d)[0-9a-f]{8,}$/;
/** Lengths of digests that are glued to a name, in hexadecimal digits, and the least that looks like one. */
const DIGEST_LENGTHS = [64, 40, 32];
const MIN_DIGEST = 16;

/**
 * Splits a cleaned line into tokens, in order.
 *
 * @param isSignature placeholders become gaps, and a name glued to one becomes an open end
 */
export function tokenize(line: string, isSignature = false): Token[] {
  const tokens: Token[] = [];
  const folders = folderRanges(line);
  let folder = 0;
  PIECE.lastIndex = 0;
  let previousEnd = -1;
  let gapEnd = -1;
  for (let match = PIECE.exec(line); match; match = PIECE.exec(line)) {
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
      // Not a placeholder: what is inside are words.
      PIECE.lastIndex = start + 1;
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

/** A name right before a placeholder is only the beginning of a name. */
function openEnd(tokens: Token[], isGlued: boolean): void {
  const last = tokens.at(-1);
  if (!isGlued || !last || last.kind === 'gap') return;
  const text = last.kind === 'number' ? last.term.slice(1) : last.term;
  if (text.length < 3 || last.kind === 'number') {
    tokens[tokens.length - 1] = GAP;
    return;
  }
  const term = text.slice(0, text.length - tailLength(text, isDigit)) + OPEN;
  tokens[tokens.length - 1] = { ...last, kind: 'name', term, stems: NO_TEXTS };
}

/** A name right after a placeholder is only the end of a name. */
function openBeginning(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.kind !== 'name' || last.term.length < MIN_ENDING) return;
  tokens[tokens.length - 1] = { ...last, term: OPEN + last.term, stems: NO_TEXTS };
}

function addPiece(tokens: Token[], piece: string, isFolder: boolean): void {
  const first = piece.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    const text = piece.toLowerCase();
    if (DIGEST.test(text) && text.length > 12) tokens.push(GAP);
    else tokens.push(make(`#${text}`, 'number', isFolder));
    return;
  }
  if (CJK.test(piece)) {
    const signs = [...piece];
    signs.forEach((sign, at) => {
      const next = signs[at + 1];
      if (next !== undefined) tokens.push(make(sign + next, 'word', isFolder));
    });
    return;
  }
  addName(tokens, piece.slice(0, NAME_LENGTH), isFolder);
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
    const stems = rest.length > 0 ? [`${head}::${OPEN}`] : NO_TEXTS;
    tokens.push(make(term, 'name', isFolder, stems, [head, ...rest]));
    tokens.push(make(lower, 'name', isFolder));
    return;
  }
  if (!isName(bare)) {
    tokens.push(make(stem(lower), 'word', isFolder));
    return;
  }
  const cut = lower.slice(0, lower.length - digestLength(lower));
  const isCut = cut.length < lower.length && cut.length >= 3;
  const term = isCut ? cut + OPEN : lower;
  tokens.push(make(term, 'name', isFolder, isCut ? NO_TEXTS : stemsOf(bare), partsOf(bare)));
}

/** Without what compilers and linkers put before a name: underscores, `__imp_`, the `@` and `$` of decorated names. */
function withoutLeading(name: string): string {
  let start = 0;
  while (start < name.length - 1 && '_$@'.includes(name.charAt(start))) start++;
  if (start > 0 && name.startsWith('imp_', start) && name.length > start + 4) {
    return withoutLeading(name.slice(start + 3));
  }
  return name.slice(start);
}

/** Length of the digest at the end of a name such as `__excinfo_unwrap_argsd045637d...`; 0 if there is none. */
function digestLength(name: string): number {
  const hex = tailLength(name, (sign) => isDigit(sign) || (sign >= 'a' && sign <= 'f'));
  if (hex < MIN_DIGEST) return 0;
  return DIGEST_LENGTHS.find((length) => length <= hex) ?? MIN_DIGEST;
}

function tailLength(text: string, isWanted: (sign: string) => boolean): number {
  let length = 0;
  while (length < text.length && isWanted(text.charAt(text.length - 1 - length))) length++;
  return length;
}

const isDigit = (sign: string) => sign >= '0' && sign <= '9';

function make(
  term: string,
  kind: TokenKind,
  isFolder: boolean,
  stems: readonly string[] = NO_TEXTS,
  parts: readonly string[] = NO_TEXTS,
): Token {
  return { term, kind, isFolder, stems, parts };
}

/** Somebody's name rather than a word: it has an underscore, a digit or a capital inside. */
function isName(piece: string): boolean {
  return /[\d_$@]|[\p{Ll}]\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(piece);
}

const HUMP = /_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu;

/** `PyInit__C` begins like `PyInit_<module>`: its beginnings up to each boundary, three letters or longer. */
function stemsOf(name: string): string[] {
  const stems: string[] = [];
  for (const match of name.matchAll(HUMP)) {
    const end = match.index + match[0].length;
    if (end >= 3 && end < name.length) stems.push(name.slice(0, end).toLowerCase() + OPEN);
    if (match[0].length > 1) stems.push(name.slice(0, match.index + 1).toLowerCase() + OPEN);
    const ending = name.slice(end);
    if (ending.length >= MIN_ENDING && end > 0) stems.push(OPEN + ending.toLowerCase());
    if (stems.length >= MAX_STEMS) break;
  }
  return stems;
}

function partsOf(name: string): string[] {
  const parts = name.split(HUMP).filter((part) => part.length >= 3 && !/^\d/.test(part));
  return parts.length < 2 ? [] : parts.slice(0, 8).map((part) => stem(part.toLowerCase()));
}

/**
 * The names in a symbol mangled after the Itanium C++ ABI (`<length><name>` one after the other, in `N...E` or alone):
 * `ZN3c105ErrorC2E...` gives `c10`, `Error`. Arguments are left out.
 * Source: https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling
 */
function demangle(symbol: string): string[] | undefined {
  const names: string[] = [];
  let at = /^Z(?:T[VIS])?(?:N[rVK]*)?(?:S[a-z])?/.exec(symbol)?.[0].length ?? 0;
  while (at < symbol.length && names.length < 8) {
    const length = /^\d{1,3}/.exec(symbol.slice(at, at + 3))?.[0];
    if (length === undefined) break;
    const start = at + length.length;
    at = start + Number(length);
    if (at > symbol.length) break;
    names.push(symbol.slice(start, at));
  }
  return names.length === 0 ? undefined : names;
}

/** English endings off, so that `crashes`, `crashed` and `crashing` meet `crash`. A light form of Porter's first step. */
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

interface Range {
  start: number;
  end: number;
}

const CHUNK = /[^\s"'`<>(),;=]+/g;

/** Components of a path that still say something: the file and the folder it is in, from a package's folder on. */
const TELLING_COMPONENTS = 2;

/** Where in the line directories stand that belong to the reader's machine rather than to the fault. */
function folderRanges(line: string): Range[] {
  if (!line.includes('/') && !line.includes('\\')) return [];
  const ranges: Range[] = [];
  for (const match of line.matchAll(CHUNK)) {
    const [path] = match;
    if (!path.includes('/') && !path.includes('\\')) continue;
    const packages = Math.max(path.lastIndexOf('site-packages'), path.lastIndexOf('dist-packages'));
    let end = packages >= 0 ? packages + 13 : path.length;
    if (packages < 0) {
      for (let component = 0; component < TELLING_COMPONENTS && end > 0; component++) {
        end = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
      }
    }
    if (end > 0) ranges.push({ start: match.index, end: match.index + end });
  }
  return ranges;
}
