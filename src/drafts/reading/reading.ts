import { bareText, endsText, isClutter, opensTail } from './clutter.ts';
import { fencedBlocks, lostBlocks, type CodeBlock, type TextLine } from './code-blocks.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { cleanTitle, findTitle, frontMatterEnd, isMenu } from './find-title.ts';
import { codeLanguage } from './line-kinds.ts';
import { bareRoleOf, headingWords, roleOf, type Role } from './roles.ts';
import { simplified } from './simplified.ts';
import { topicOf } from './topics.ts';
import type { Source } from '../source/source.ts';

/**
 * Whose words a line is: of the one who wrote the post or the issue, of somebody who speaks for the project, of somebody
 * who knows it, of others.
 */
export type Voice = 'author' | 'maintainer' | 'contributor' | 'other';

/** A line of prose, or a heading. */
export interface ReadLine {
  /** 1-based line of the source. */
  number: number;
  text: string;
  /** What the part it stands in is about. */
  role?: Role;
  /** The words of the heading above it. */
  heading?: string;
  isHeading: boolean;
  voice: Voice;
  /** What the sentence itself is about, where no heading says it. */
  topic?: Role;
}

export interface PlacedCode extends CodeBlock {
  role?: Role;
  voice: Voice;
}

/** A source taken apart. */
export interface Reading {
  source: Source;
  /** Without the name of the site and marks such as `[BUG]`; absent where there is none. */
  title?: string;
  /** Where the title was read. */
  titleRead?: string;
  lines: readonly ReadLine[];
  code: readonly PlacedCode[];
  /** What platforms put there; an address of the project may be among it. */
  clutter: readonly { number: number; text: string }[];
  isChinese: boolean;
}

const CJK = /[\u3400-\u9fff]/g;
const CHINESE_SIGNS = 40;

/** Reads a source: what is prose, heading, code, and what does not belong to it. Linear in its length. */
export function readSourceText(source: Source): Reading {
  const { lines } = source;
  const fences = fencedBlocks(lines);
  const fenced = new Set<number>();
  for (const { from, to } of fences) for (let line = from; line <= to; line++) fenced.add(line);
  const isChinese = (lines.join('\n').match(CJK)?.length ?? 0) >= CHINESE_SIGNS;

  const clutter: { number: number; text: string }[] = [];
  const title = findTitle(source);
  const matter = frontMatterEnd(lines);
  const above = source.kind === 'text' ? (title?.line ?? 1) - 1 : 0;
  const head = isMenu(lines.slice(matter, above)) ? Math.max(above, matter) : matter;
  const text = textLines(lines, head, fenced, clutter);
  const headings = text.map((line, at) => line !== undefined && isHeadingLine(line, text, at));
  const isBarrier = (at: number) => headings[at] === true || fenced.has(at + 1);
  const lost = lostBlocks(text, isBarrier, isChinese);
  const blocks = [...fences, ...lost].sort((a, b) => a.from - b.from);
  return {
    source,
    ...(title && { title: title.text, titleRead: title.read }),
    ...place(source, text, headings, blocks, title?.text),
    clutter,
    isChinese,
  };
}

const COMMENT_OPEN = '<!--';
const COMMENT_CLOSE = '-->';

/**
 * The lines that are the writer's own text or code, everything else `undefined`.
 *
 * @param head lines above the title: front matter, the menu of the page
 */
function textLines(
  lines: readonly string[],
  head: number,
  fenced: ReadonlySet<number>,
  clutter: { number: number; text: string }[],
): TextLine[] {
  let inComment = false;
  let tail: 'none' | 'open' | 'closed' = 'none';
  let rolesSeen = 0;
  const kept = lines.map((line, at): TextLine => {
    if (fenced.has(at + 1)) return undefined;
    if (at < head) {
      clutter.push({ number: at + 1, text: line });
      return undefined;
    }
    const { rest, isOpen } = withoutComment(line, inComment);
    inComment = isOpen;
    const plain = rest.replace(/<\/?(?:details|summary|br|p|div|span|sub|sup|kbd)\s?\/?>/gi, ' ');
    const isEnd = endsText(plain);
    if (isEnd && rolesSeen + at > lines.length / 3) tail = 'closed';
    else if (opensTail(plain) && (rolesSeen > 0 || at > lines.length / 2)) tail = 'open';
    else if (markedRole(plain) !== undefined) {
      if (tail === 'open') tail = 'none';
      rolesSeen++;
    }
    if (tail !== 'none' || isEnd || isClutter(plain) || opensTail(plain)) {
      clutter.push({ number: at + 1, text: plain });
      return undefined;
    }
    return plain;
  });
  return withoutLineNumbers(kept.map((line) => line ?? '')).map((line, at) =>
    kept[at] === undefined ? undefined : line === undefined ? undefined : withoutButtons(line),
  );
}

/** A line without what stands between `<!--` and `-->`, as issue templates have it. */
function withoutComment(line: string, wasOpen: boolean): { rest: string; isOpen: boolean } {
  let rest = '';
  let at = 0;
  let isOpen = wasOpen;
  while (at < line.length) {
    const next = line.indexOf(isOpen ? COMMENT_CLOSE : COMMENT_OPEN, at);
    if (!isOpen) rest += line.slice(at, next < 0 ? line.length : next);
    if (next < 0) break;
    at = next + (isOpen ? COMMENT_CLOSE.length : COMMENT_OPEN.length);
    isOpen = !isOpen;
  }
  return { rest, isOpen };
}

/** What copy buttons leave in front of the code: `python 代码解读复制代码import numpy`. */
const BUTTONS =
  /^\s*(?:[A-Za-z+#]{1,12}\s?)?(?:体验AI代码助手\s?)?(?:代码解读\s?)?(?:登录后)?复制代码\s?(?=\S)/;

function withoutButtons(line: string): string {
  return line.includes('复制代码') ? line.replace(BUTTONS, '') : line;
}

const MARKED = /^\s{0,3}#{1,6}\s+\S/;
const BOLD =
  /^\s*(?:[-*]\s+)?(?:\d{1,2}[.、)]\s?)?(?:\*\*|__)([^*_]{1,80})(?:\*\*|__)\s?[:：]?\s*$/;

/** True for a heading, by its marks or by its words alone. */
function isHeadingLine(line: string, lines: readonly TextLine[], at: number): boolean {
  if (MARKED.test(line)) return !isComment(line, lines, at);
  return roleAt(lines, at) !== undefined;
}

/** Comments above code are a few lines. */
const REMARKS = 40;

/** `# install` directly above a command is a comment of the code. */
function isComment(line: string, lines: readonly TextLine[], at: number): boolean {
  if (!/^\s*# /.test(line)) return false;
  for (let next = at; next < at + REMARKS; next++) {
    const text = lines[next] ?? '';
    if (!/^\s*# /.test(text)) return codeLanguage(text) !== undefined;
    if (bareRoleOf(text) !== undefined) return false;
  }
  return false;
}

/** `报错如下：` speaks of the block below it and opens no part of the text. */
function isLeadIn(line: string): boolean {
  const text = line.trimEnd();
  const hasColon = /[:：]/.test(text.slice(-1));
  if (text.endsWith('如下')) return true;
  if (!hasColon) return false;
  return (
    /如下|以下|下面/.test(text.slice(-14)) ||
    /\b(?:following|as follows|below)\b/i.test(text.slice(-40))
  );
}

/** The role of a line that is a heading, with a look at the lines around it. */
function roleAt(lines: readonly TextLine[], at: number): Role | undefined {
  const isBlank = (line: TextLine) => (line ?? '').trim() === '';
  return markedRole(lines[at] ?? '', isBlank(lines[at - 1]) && isBlank(lines[at + 1]));
}

/** The role of a line that is a heading by its marks or by its words; `undefined` for any other line. */
function markedRole(line: string, isAlone = false): Role | undefined {
  // Four spaces are code's, not a heading's.
  if (line.length > 120 || line.trim() === '' || /^(?: {4}|\t)/.test(line)) return undefined;
  if (MARKED.test(line)) return roleOf(line);
  const bold = BOLD.exec(line)?.[1];
  if (bold !== undefined) return roleOf(bold);
  return isLeadIn(line) ? undefined : bareRoleOf(line, isAlone);
}

/** A label is short. */
const LABEL_LENGTH = 34;

/** `问题现象：导入时...`: the role of a line that begins with one, a colon and the text itself. */
function labelRole(line: string): Role | undefined {
  const colon = line.slice(0, LABEL_LENGTH).search(/[:：]/);
  if (colon < 2 || line.slice(colon + 1).trim().length < 2) return undefined;
  return bareRoleOf(bareText(line.slice(0, colon)));
}

/** What stands between a question and its answers. */
const ANSWERS = /^\s*\d{1,3}\s(?:answers?|个回答)\s*$/i;

function place(
  source: Source,
  text: readonly TextLine[],
  headings: readonly boolean[],
  blocks: readonly CodeBlock[],
  title: string | undefined,
) {
  const comments = new Map(source.issue?.comments.map((comment) => [comment.from, comment]));
  const blockAt = new Map(blocks.map((block) => [block.from, block]));
  const labels = new Set(blocks.map(({ label }) => label));
  const lines: ReadLine[] = [];
  const code: PlacedCode[] = [];
  let role: Role | undefined;
  let next: Role | undefined;
  let heading: string | undefined;
  let voice: Voice = 'author';
  let isBot = false;
  let carried: Role | undefined;
  for (let at = 0; at < source.lines.length; at++) {
    const number = at + 1;
    const comment = comments.get(number);
    if (comment) {
      role = next = heading = carried = undefined;
      voice = comment.voice;
      isBot = comment.isBot;
      continue;
    }
    const block = blockAt.get(number);
    if (block) {
      const own = next ?? role;
      if (!isBot) code.push({ ...block, ...(own && { role: own }), voice });
      next = undefined;
      at = block.to - 1;
      continue;
    }
    const line = text[at];
    if (line === undefined || line.trim() === '' || isBot || labels.has(number)) continue;
    if (title !== undefined && cleanTitle(bareText(line)) === title) continue;
    // An answer quotes what it answers.
    if (voice !== 'author' && /^\s*>(?!>)/.test(line)) continue;
    if (ANSWERS.test(line)) {
      role = next = heading = carried = undefined;
      voice = 'contributor';
      continue;
    }
    const isHeading = headings[at] === true;
    const isItem = /^\s*(?:[-*•]|\d{1,2}[.)]|or\b|和|或)\s?/.test(line);
    const topic = topicOf(simplified(line)) ?? (isItem ? carried : undefined);
    if (!isItem) carried = /[:：]\s*$/.test(line) ? topic : undefined;
    if (isHeading) {
      role = roleAt(text, at) ?? (/^\s*#{1,2}\s/.test(line) ? undefined : role);
      heading = headingWords(line);
    } else {
      role = labelRole(line) ?? role;
      next = isLeadIn(line) ? roleOf(line) : undefined;
    }
    lines.push({
      number,
      text: simplified(line.trim()),
      ...(role && { role }),
      ...(heading !== undefined && { heading }),
      ...(topic && !role && { topic }),
      isHeading,
      voice,
    });
  }
  return { lines, code };
}
