import { markdownToMdast, type MdastNode } from 'satteri';
import { languageNamed, type Language } from './languages.ts';
import { blockLanguage } from './block-language.ts';
import { codeLanguage, isSentence, mayContinueCode } from './line-kinds.ts';

/** Code in a source, in a fence or without one. */
export interface CodeBlock {
  /** Lines of the source, 1-based, both included; a fence's own lines too. */
  from: number;
  to: number;
  language: Language;
  text: string;
  /** True when it stood there without fence or indentation. */
  wasLost: boolean;
  /** Line above it that only names its language. */
  label?: number;
}

/** A line of a source as far as it is text: `undefined` where it is clutter, a comment, a line number. */
export type TextLine = string | undefined;

const FENCE = /^[\s>]*(?:`{3,}|~{3,})/;

/** Blocks in fences, as the Markdown parser of the site sees them. */
export function fencedBlocks(lines: readonly string[]): CodeBlock[] {
  if (!lines.some((line) => FENCE.test(line))) return [];
  const root = markdownToMdast(lines.join('\n'), { features: { gfm: true, frontmatter: false } });
  return [...codeNodes(root)].flatMap((node) => {
    const { start, end } = node.position ?? {};
    if (!start || !end || !FENCE.test(lines[start.line - 1] ?? '')) return [];
    const named = node.lang ? languageNamed(node.lang) : undefined;
    return [
      {
        from: start.line,
        to: end.line,
        language: blockLanguage(node.value.split('\n'), named),
        text: node.value,
        wasLost: false,
      },
    ];
  });
}

function* codeNodes(node: MdastNode): Generator<Extract<MdastNode, { type: 'code' }>> {
  if (node.type === 'code') yield node;
  else if ('children' in node) {
    for (const child of node.children) yield* codeNodes(child as MdastNode);
  }
}

/** What a block is in, as far as one must not run into the other. */
type Group = 'message' | 'console' | 'code';

const groupOf = (language: Language): Group =>
  language === 'message' || language === 'console' ? language : 'code';

const TRACEBACK = /^\s*(?:[|+] )?Traceback \(most recent call last\)/;
const RAISED = /^[A-Za-z_][\w.]{0,200}(?:: |$)/;

/** Blank lines inside a block. */
const GAP = 2;

/** Line numbers and buttons may stand between the name of a language and the code. */
const LABEL_DISTANCE = 40;

/** A command that may be a word of a sentence as well; below another command it is one. */
const COMMAND =
  /^(?:cd|mkdir|rm|cp|mv|ls|cat|export|source|make|cmake|python\d?|pip\d?) \S{1,200}(?: \S{1,200}){0,8}$/;

const REMARK = /^\s*(?:#(?!#)|\/\/|\/\*|@)\s?\S/;

/**
 * Blocks that lost their fences: lines that only a machine reads or prints, with what stands between and directly beside
 * them.
 *
 * @param lines what is left of the source outside of fences
 * @param isBarrier true for a line (0-based) over which no block reaches: a heading, a fence
 * @param isChinese in a Chinese text an English line below a message belongs to it
 */
export function lostBlocks(
  lines: readonly TextLine[],
  isBarrier: (at: number) => boolean,
  isChinese: boolean,
): CodeBlock[] {
  const kinds = lines.map((line, at) =>
    line === undefined || isBarrier(at) ? undefined : codeLanguage(line),
  );
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const kind = kinds[at];
    if (kind === undefined) {
      at++;
      continue;
    }
    const from = firstLine(lines, at, blocks.at(-1)?.to ?? 0, isBarrier);
    const to = lastLine({ lines, kinds, isBarrier, isChinese }, at, kind);
    const label = labelAbove(lines, from);
    const { text, language } = textOf(lines.slice(from, to + 1), label?.language);
    blocks.push({
      from: from + 1,
      to: to + 1,
      language,
      text,
      wasLost: true,
      ...(label && { label: label.line }),
    });
    at = to + 1;
  }
  return blocks;
}

/** Comments directly above belong to the code. */
function firstLine(
  lines: readonly TextLine[],
  start: number,
  least: number,
  isBarrier: (at: number) => boolean,
): number {
  let first = start;
  while (first > least && !isBarrier(first - 1) && REMARK.test(lines[first - 1] ?? '')) first--;
  return first;
}

/** What a block is grown from. */
interface Field {
  lines: readonly TextLine[];
  kinds: readonly (Language | undefined)[];
  isBarrier: (at: number) => boolean;
  isChinese: boolean;
}

function lastLine(
  { lines, kinds, isBarrier, isChinese }: Field,
  start: number,
  kind: Language,
): number {
  let last = start;
  let group = groupOf(kind);
  let inTraceback = TRACEBACK.test(lines[start] ?? '');
  for (let next = start + 1; next < lines.length && next - last <= GAP + 1; next++) {
    const line = lines[next];
    if (isBarrier(next)) break;
    if (line === undefined || line.trim() === '') continue;
    const found = kinds[next];
    const isAdjacent = next === last + 1;
    if (TRACEBACK.test(line)) {
      if (group === 'code') break;
      inTraceback = true;
    } else if (inTraceback) {
      const isEnd = /^\S/.test(line) && RAISED.test(line);
      if (!isAdjacent && found === undefined && !/^\s/.test(line)) break;
      if (isEnd) inTraceback = false;
    } else if (found !== undefined) {
      const other = groupOf(found);
      if (other !== group && /^\S/.test(line) && !(group === 'console' && other === 'message')) {
        if (!(group === 'message' && other === 'code')) break;
        if (isAdjacent && /^(?:import|from|def|class|@)\b/.test(line)) break;
      }
      if (group === 'code') group = other === 'message' ? group : other;
    } else if (group === 'console' && isAdjacent && COMMAND.test(line)) {
      group = 'console';
    } else if (
      !isAdjacent ? !/^\s{2,}\S/.test(line) : !mayContinueCode(line) && !isBody(lines[last], line)
    ) {
      const isOutput =
        group === 'message' && isChinese && isAdjacent && !/[\u3400-\u9fff]/.test(line);
      if (!isOutput) break;
    }
    last = next;
  }
  return last;
}

/** The first line below one that opens a block, whatever became of its indentation. */
function isBody(above: TextLine, line: string): boolean {
  return (
    /[:{(,[]\s*$/.test(above ?? '') &&
    line.length <= 80 &&
    !/[\u3400-\u9fff]/.test(line) &&
    !isSentence(line)
  );
}

/** `python` alone on the line above is what the copy button of the page left. */
function labelAbove(lines: readonly TextLine[], from: number) {
  for (let at = from - 1; at >= Math.max(from - LABEL_DISTANCE, 0); at--) {
    const word = (lines[at] ?? '').trim();
    if (word === '') continue;
    const language = word.length <= 12 ? languageNamed(word) : undefined;
    return language && { language, line: at + 1 };
  }
  return undefined;
}

/** Newlines that became spaces leave the indentation behind: `def f(x):    return x`. */
const JOINED = /(?<=[:;)\]'"\w]) {4,}(?=\S)/g;

function textOf(lines: readonly TextLine[], label: Language | undefined) {
  const kept = lines.filter((line) => line !== undefined);
  const indent = kept
    .filter((line) => line.trim() !== '')
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
  const plain = kept.map((line) => line.slice(Number.isFinite(indent) ? indent : 0).trimEnd());
  const language = blockLanguage(plain, label);
  const isOneLine = plain.length === 1 && (language === 'python' || language === 'cython');
  const text = isOneLine ? split(plain[0] ?? '') : plain.join('\n');
  return { text: text.replace(/^\n+/, '').trimEnd(), language };
}

function split(line: string): string {
  return line.replace(JOINED, (spaces, at: number) =>
    line.slice(0, at).includes(':') ? `\n${spaces}` : '\n',
  );
}
