import { markdownToMdast, type MdastNode } from 'satteri';
import { TRACEBACK_START } from '../domain/text/traceback.ts';
import { isMessage } from './printed-lines.ts';

/** Code or output in a source. */
export interface CodeBlock {
  /** Lines of the source, 1-based, both included; with the fences. */
  from: number;
  to: number;
  /** Number of the source line that holds the first line of `text`. */
  textLine: number;
  /** Language of a fence that an article may have. */
  language: string;
  text: string;
}

const LANGUAGES: readonly string[] =
  'python cython c cpp rust console message bash powershell toml cmake yaml json ini dockerfile diff text'.split(
    ' ',
  );

const ALIASES = new Map(
  Object.entries({
    python: 'py python3 pyi',
    cython: 'pyx pxd',
    cpp: 'c++ cc cxx hpp',
    c: 'h',
    rust: 'rs',
    bash: 'sh shell zsh',
    console: 'shellsession shell-session pycon cmd batch',
    powershell: 'ps1',
    message: 'pytb traceback log output error',
    yaml: 'yml',
    ini: 'cfg',
    dockerfile: 'docker',
    diff: 'patch',
  }).flatMap(([language, names]) => names.split(' ').map((name) => [name, language] as const)),
);

const FENCE = /^[\s>]*(?:`{3,}|~{3,})/;
const PROMPT = /^\s*(?:\([\w.-]{1,40}\) )?(?:\$|>>>|In \[\d+\]:) \S/;

const isTraceback = (line: string) => TRACEBACK_START.test(line.trimStart());

/** Maximum number of lines of a block that are looked at for its language. */
const MAX_LINES_READ = 400;

/** Finds code in fences, and output without fences that no person writes: tracebacks, sessions, messages. */
export function findCode(lines: readonly string[]): CodeBlock[] {
  const fenced = fencedBlocks(lines);
  const isFenced = new Set<number>();
  for (const { from, to } of fenced) {
    for (let line = from; line <= to; line++) isFenced.add(line);
  }
  return [...fenced, ...bareOutput(lines, isFenced)].sort((a, b) => a.from - b.from);
}

function fencedBlocks(lines: readonly string[]): CodeBlock[] {
  if (!lines.some((line) => FENCE.test(line))) return [];
  const root = markdownToMdast(lines.join('\n'), { features: { gfm: true, frontmatter: false } });
  return [...codeNodes(root)].flatMap(({ position, lang, value: text }) => {
    const { start, end } = position ?? {};
    if (!start || !end || !FENCE.test(lines[start.line - 1] ?? '')) return [];
    const language = languageOf(text, lang ?? undefined);
    return [{ from: start.line, to: end.line, textLine: start.line + 1, language, text }];
  });
}

function* codeNodes(node: MdastNode): Generator<Extract<MdastNode, { type: 'code' }>> {
  if (node.type === 'code') yield node;
  else if ('children' in node) {
    for (const child of node.children) yield* codeNodes(child as MdastNode);
  }
}

/** Returns the named language; for output the kind of output, whatever name was given. */
function languageOf(text: string, name: string | undefined): string {
  const named = name?.toLowerCase() ?? '';
  const language = LANGUAGES.includes(named) ? named : (ALIASES.get(named) ?? 'text');
  if (!['text', 'python', 'bash', 'console'].includes(language)) return language;
  const lines = text.split('\n', MAX_LINES_READ);
  if (lines.some((line) => PROMPT.test(line))) return 'console';
  return lines.some((line) => isTraceback(line)) || isMessage(lines[0] ?? '')
    ? 'message'
    : language;
}

function* bareOutput(
  lines: readonly string[],
  isFenced: ReadonlySet<number>,
): Generator<CodeBlock> {
  for (let start = 0; start < lines.length; start++) {
    const end = isFenced.has(start + 1) ? start : outputEnd(lines, start);
    if (end === start) continue;
    const block = lines.slice(start, end).map((line) => line.trimEnd());
    yield {
      from: start + 1,
      to: end,
      textLine: start + 1,
      language: PROMPT.test(block[0] ?? '') ? 'console' : 'message',
      text: block.join('\n'),
    };
    start = end - 1;
  }
}

/** Returns the index behind the output that begins at `start`; `start` itself if there is none. */
function outputEnd(lines: readonly string[], start: number): number {
  const isInside = (index: number) => (lines[index] ?? '').trim() !== '';
  let end = start;
  if (isTraceback(lines[start] ?? '')) {
    end = start + 1;
    while (isInside(end) && /^\s/.test(lines[end] ?? '')) end++;
    return isInside(end) ? end + 1 : end;
  }
  if (/^>>> \S/.test(lines[start] ?? '')) {
    while (isInside(end) && !FENCE.test(lines[end] ?? '')) end++;
    return end;
  }
  while (isMessage(lines[end] ?? '')) end++;
  return end;
}
