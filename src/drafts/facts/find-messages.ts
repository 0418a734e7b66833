import { plainLine } from '../../diagnosis/clean/clean-line.ts';
import { isFrame } from '../../diagnosis/clean/frames.ts';
import { tokenize } from '../../diagnosis/index/tokens.ts';
import { isBoilerplate } from '../../diagnosis/index/term-weights.ts';
import { atLine, type Found } from './found.ts';
import { asSignature } from './placeholders.ts';
import { quotedIn } from '../reading/quoted.ts';
import type { Reading } from '../reading/reading.ts';
import { runStart, trimOf } from '../reading/trim.ts';

/** So many signatures are proposed; a writer who needs more knows them better. */
const MAX_SIGNATURES = 4;

/** Lines of one block that are looked at: what matters stands at the ends, and logs are long. */
const BLOCK_LINES = 4_000;

/** A shorter text says nothing. */
const MIN_LENGTH = 10;

/** Two messages that begin so alike are one. */
const BEGIN_LENGTH = 40;

/** No message says more behind this. */
const LINE_LENGTH = 2_000;

interface Form {
  pattern: RegExp;
  score: number;
}

/** Lines by which faults are known, by how much they say. */
const FORMS: readonly Form[] = [
  {
    pattern: /^(?:E\s+)?[A-Za-z_][\w.]{0,160}(?:Error|Exception|Panic): \S/,
    score: 6,
  },
  // The last cause of a chain is the one that says what is wrong.
  { pattern: /^Caused by: \S/, score: 4.5 },
  {
    pattern: /^Fatal Python error: \S|^LLVM ERROR: \S|^OMP: Error|^Windows fatal exception: \S/,
    score: 6,
  },
  {
    pattern:
      /^terminate called |^\s*what\(\): |^(?:free|malloc|realloc|munmap_chunk)\(\): |^double free or corruption/,
    score: 5,
  },
  {
    pattern:
      /\bundefined symbol: |symbol not found in flat namespace|Library not loaded: |Symbol not found: /,
    score: 6,
  },
  {
    pattern:
      /\bundefined reference to [`'"]|\bunresolved external symbol\b|LNK\d{4}: |\bcannot find -l|multiple definition of/,
    score: 5,
  },
  { pattern: /(?:^|[:)\]] )(?:fatal )?error(?: [A-Z]{1,4}\d{4}|\[E\d{4}\])?: \S/, score: 5 },
  { pattern: /^[\w./\\<>-]{1,300}\.(?:pyx|pxd|pxi):\d+:\d+: (?!warning)\S/, score: 5 },
  { pattern: /\bAssertion [`']|^Assertion failed: \S/, score: 5 },
  { pattern: /^(?:ERROR|FATAL|CRITICAL|error): \S|meson\.build:\d+:\d+: ERROR: /, score: 3 },
  { pattern: /Warning: \S|^warning: |: warning: /, score: 3 },
  {
    pattern: /^Undefined symbols for architecture|^\s{0,4}"_\w{1,200}", referenced from:/,
    score: 4,
  },
  {
    pattern:
      /^relocation |: relocation R_|is not a valid Win32 application|mach-o file, but is an incompatible/,
    score: 5,
  },
];

/** What tools print whatever went wrong; the diagnosis would find nothing by it. */
const GENERAL =
  /^(?:subprocess\.)?CalledProcessError|^error: command .{1,200} failed|^error: linking with|Failed building wheel|metadata-generation-failed|subprocess-exited-with-error|^error: legacy-install|could not compile [`']|aborting due to|^ERROR: (?:Could not build wheels|Failed to build)|returned non-zero exit|did not run successfully|^Cython\.Compiler\.Errors\.CompileError|ld returned 1 exit status|linker command failed|^LINK : fatal error LNK1120|^RuntimeError: CUDA error|^KeyboardInterrupt|ninja: build stopped|^make(?:\[\d\])?: \*\*\*|generated\.? *$|^error: the following required arguments/;

/** What makes a quotation a message. */
const SPEAKS =
  /(?<!\w)(?:errors?|messages?|fails?|failed|prints?|printed|says?|said|raises?|raised|warnings?|reports?|output|complains?|get|got|see|saw|exception)(?!\w)|错误|报错|提示|异常|警告|信息|抛出|显示|输出|报告|出现/i;

/** Chinese signs and punctuation, between which a message may stand. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]+/;

/** Where a message begins inside a sentence: behind the name of an exception, or with it. */
const NAMED = /(?:Error|Exception): \S/g;
const BEGUN =
  /(?:LINK : )?(?:fatal )?error (?:[A-Z]{1,4}\d{4}|\[E\d{4}\]): |undefined symbol: |Fatal Python error: /g;

/** Signs that end a message inside a sentence. */
const MESSAGE_END = /[，。；“”`]/;
const MESSAGE_LENGTH = 300;

interface Candidate {
  signature: string;
  score: number;
  line: number;
  order: number;
}

/** The program's own lines by which the fault may be known, variable parts as placeholders, most telling first. */
export function findMessages({ lines, code, title, titleRead }: Reading): Found<string>[] {
  const candidates = new Map<string, Candidate>();
  const add = (text: string, score: number, line: number) => {
    const signature = asSignature(text);
    if (!saysSomething(signature)) return;
    const known = candidates.get(signature);
    if (known) known.score += 0.5;
    else candidates.set(signature, { signature, score, line, order: candidates.size });
  };
  for (const block of code) {
    const isShown =
      block.language === 'message' || block.language === 'console' || block.language === 'text';
    if (!isShown || block.role === 'look-alikes') continue;
    const bonus = (block.role === 'symptom' ? 1 : 0) - (block.voice === 'author' ? 0 : 2);
    for (const { text, score, offset } of blockMessages(block.text)) {
      add(text, score + bonus, block.from + offset + (block.wasLost ? 0 : 1));
    }
  }
  for (const { text, number, role, voice } of lines) {
    if (role === 'look-alikes' || role === 'links') continue;
    const bonus =
      (role === 'symptom' ? 1 : role === 'solution' ? -2 : 0) - (voice === 'author' ? 0 : 2);
    for (const quoted of quotations(text)) add(quoted.text, quoted.score - 1 + bonus, number);
  }
  const spoken = (title ?? '').toLowerCase();
  for (const candidate of candidates.values()) {
    const words = candidate.signature.replace(/<[^<>]{1,20}>/g, ' ').toLowerCase();
    if (words.length > 8 && spoken.includes(words.slice(0, 60))) candidate.score += 2;
  }
  for (const { text, score } of title === undefined ? [] : quotations(title)) {
    // A title goes on behind the message, and the output has it whole.
    const begin = asSignature(text).slice(0, BEGIN_LENGTH);
    const isKnown = [...candidates.keys()].some((signature) => signature.startsWith(begin));
    if (!isKnown) add(text, score + 1, 0);
  }
  return pick([...candidates.values()], titleRead ?? 'title');
}

function pick(candidates: Candidate[], titleRead: string): Found<string>[] {
  const sorted = candidates.sort((a, b) => b.score - a.score || a.order - b.order);
  const best = sorted[0]?.score ?? 0;
  const chosen: Candidate[] = [];
  for (const candidate of sorted) {
    if (chosen.length === MAX_SIGNATURES || candidate.score < best - 3) break;
    // `cannot import name X` beside `ImportError: cannot import name X` says nothing new.
    if (chosen.some(({ signature }) => signature.includes(candidate.signature))) continue;
    chosen.push(candidate);
  }
  return chosen.map(({ signature, line, score }) => ({
    value: signature,
    read: line === 0 ? titleRead : atLine(line),
    isSure: score >= 5,
  }));
}

/** The telling lines of a block of output, each with how much it says and where in the block it stands. */
function* blockMessages(block: string): Generator<{ text: string; score: number; offset: number }> {
  const lines = block.split('\n').slice(0, BLOCK_LINES);
  let errors = 0;
  for (const [offset, raw] of lines.entries()) {
    const text = plainLine(raw.slice(0, LINE_LENGTH));
    const panicked = /^thread '[^']{1,80}' (?:\(\d+\) )?panicked at [^']{1,200}:$/.test(text);
    const form = panicked ? undefined : FORMS.find(({ pattern }) => pattern.test(text));
    if (panicked) yield { text: lines[offset + 1] ?? '', score: 6, offset: offset + 1 };
    else if (form && !isFrame(text)) {
      // A compiler's second error mostly comes of the first.
      const isError = form.score === 5;
      yield { text, score: form.score - (isError && errors > 0 ? Math.min(errors, 2) : 0), offset };
      if (isError) errors++;
    }
  }
}

/** Messages that prose quotes. */
function quotations(text: string): { text: string; score: number }[] {
  const found: { text: string; score: number }[] = [];
  for (const quoted of quotedIn(text)) {
    if (/[\u3400-\u9fff]/.test(quoted) && !/[A-Za-z]{6}/.test(quoted)) continue;
    const form = FORMS.find(({ pattern }) => pattern.test(quoted));
    if (form) found.push({ text: quoted, score: form.score });
    else if (SPEAKS.test(text) && isMessageLike(quoted)) found.push({ text: quoted, score: 3.5 });
  }
  const add = (inside: string, score: number) => {
    const bare = trimOf(inside, /[\s:;,."'`]/);
    if (!found.some((one) => one.text.includes(bare.slice(0, 30))))
      found.push({ text: bare, score });
  };
  for (const part of text.split(CHINESE)) {
    const bare = trimOf(part, /[\s\p{P}]/u);
    const form = bare === text ? undefined : FORMS.find(({ pattern }) => pattern.test(bare));
    if (form && bare.length >= MIN_LENGTH) add(part, form.score);
    else for (const inside of messagesInside(part)) add(inside, 5);
  }
  return found;
}

/** Messages that stand in a sentence without quotes. */
function messagesInside(text: string): string[] {
  const starts = [
    ...[...text.matchAll(NAMED)].map(({ index }) => runStart(text, index, /[\w.]/, 160)),
    ...[...text.matchAll(BEGUN)].map(({ index }) => index),
  ];
  return starts.map((start) => {
    const rest = text.slice(start, start + MESSAGE_LENGTH);
    const end = rest.search(MESSAGE_END);
    return end < 0 ? rest : rest.slice(0, end);
  });
}

/** Several words as a program says them: no path, no command, no call, no name alone. */
function isMessageLike(text: string): boolean {
  const words = text.match(/[A-Za-z]{2,}/g) ?? [];
  if (
    words.length < 3 ||
    /^[\w.]+\(|^(?:pip|python|conda|import|from|cargo|git|def|>=|--)\b|[;{}]$/.test(text)
  ) {
    return false;
  }
  return text.split(/\s+/).length >= 3 && !/^https?:/.test(text);
}

/** False for what is left of nothing but placeholders, and for what tools print whatever went wrong. */
function saysSomething(signature: string): boolean {
  if (signature.length < 8 || GENERAL.test(signature)) return false;
  const tokens = tokenize(signature, true);
  const telling = tokens.filter(({ kind }) => kind === 'word' || kind === 'name');
  return telling.length >= 2 && !isBoilerplate(tokens);
}
