import { bareText, isClutter, opensTail } from './clutter.ts';
import { atLine } from '../facts/found.ts';
import { codeLanguage } from './line-kinds.ts';
import { bareRoleOf, roleOf } from './roles.ts';
import type { Source } from '../source/source.ts';
import { simplified } from './simplified.ts';

export interface Title {
  text: string;
  read: string;
  /** Line it stands in; 0 where it stands in none. */
  line: number;
}

/** A line that is longer is a sentence of the text. */
const TITLE_LENGTH = 140;

const FRONT_MATTER_LINES = 40;

/** Lines from the top among which the title of a text is. */
const LINES_READ = 60;

/** What sites write behind the title of a page. */
const SITE =
  /^(?:CSDN(?:博客|文库)?|.{0,40}博客|知乎(?:专栏)?|掘金|稀土掘金|博客园|简书|SegmentFault(?: 思否)?|思否|腾讯云开发者社区.{0,20}|阿里云开发者社区|华为云(?:社区)?|开源中国.{0,20}|51CTO.{0,20}|GitCode.{0,10}|Gitee|哔哩哔哩|百度.{0,10}|InfoQ.{0,10}|Medium|DEV Community.{0,20}|Stack Overflow|Hashnode|Substack|Reddit|GitHub|.{0,30}Blog)$/i;

/** What sites put between a title and their name. */
const SEPARATORS = ['-', '_', '|', '–', '—', '·'];

/** What writers put before a title. */
const BEFORE =
  /^(?:\s*(?:【(?:已解决|解决|问题解决|原创|转载?|踩坑.{0,4}|避坑|笔记|记录|bug.{0,4}|python.{0,6}|教程|实战)】|\[(?:bug|bug report|question|help|crash|regression|solved|已解决)\]\s?[:：]?|(?:bug|issue|regression|question|标题|title)\s?[:：]))+\s*/i;

/** The words of a title without the site's name and marks such as `[BUG]`. */
export function cleanTitle(text: string): string {
  let title = text.replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 3; round++) title = withoutSite(title);
  const bare = title.replace(BEFORE, '').trim();
  return bare === '' ? title : bare;
}

function withoutSite(title: string): string {
  const at = Math.max(...SEPARATORS.map((sign) => title.lastIndexOf(sign)));
  return at > 0 && SITE.test(title.slice(at + 1).trim()) ? title.slice(0, at).trim() : title;
}

/** The title of a source: the tracker's, the page's, the post's front matter, its first heading, its first line. */
export function findTitle({ title, lines }: Source): Title | undefined {
  if (title !== undefined) {
    return { text: cleanTitle(title), read: 'title', line: lineOf(lines, title) };
  }
  const top = lines.slice(0, LINES_READ);
  const matter = top.findIndex((line) => /^title\s?[:：]\s?\S/i.test(line));
  const inMatter = frontMatterEnd(lines);
  if (matter > 0 && matter < inMatter) {
    const text = (top[matter] ?? '').replace(/^title\s?[:：]\s?/i, '').replace(/^["']|["']$/g, '');
    return { text: cleanTitle(text), read: atLine(matter + 1), line: matter + 1 };
  }
  const heading = top.findIndex((line, at) => /^#\s+\S/.test(line) && !isComment(top, at));
  const first = heading >= 0 ? heading : bareTitle(top, inMatter);
  if (first === undefined) return undefined;
  const text = cleanTitle(bareText(top[first] ?? ''));
  if (text.length > TITLE_LENGTH) return undefined;
  return { text, read: 'title', line: first + 1 };
}

/** Lines of the front matter of a static site's post. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => line.trim() === '---');
  return end < 0 ? 0 : end + 2;
}

/** What stands directly below a title: who wrote it, and when. */
const DATED =
  /^(?:.{0,30}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}.{0,80}|asked .{2,40} ago|.{0,60}\d{1,2} min(?:utes?)? read.{0,60}|.{0,40}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4}.{0,60})$/i;

/** Words of a menu are few. */
const MENU_LENGTH = 40;

/** True for lines of which none is a sentence or code: what may stand above the title of a copied page. */
export function isMenu(lines: readonly string[]): boolean {
  return lines.every((line) => {
    const text = bareText(line);
    return (
      text.length <= MENU_LENGTH && !/[。，；.!?]$/.test(text) && codeLanguage(text) === undefined
    );
  });
}

/**
 * A title that nothing marks: above it may stand the menu of the page. It is copied twice, or the author and the day
 * stand below it; else it is the first line that may be one.
 *
 * @param start line (0-based) from which on it may stand
 */
function bareTitle(lines: readonly string[], start: number): number | undefined {
  const able = lines.flatMap((line, at) =>
    at >= start && mayBeTitle(line, at, lines) ? [at] : [],
  );
  const belowMenu = able.filter((at) => isMenu(lines.slice(start, at)));
  const isTwice = (at: number) =>
    lines.slice(at + 1, at + 4).some((line) => bareText(line) === bareText(lines[at] ?? ''));
  const isDated = (at: number) =>
    DATED.test(
      simplified(
        lines
          .slice(at + 1, at + 3)
          .find((line) => line.trim() !== '')
          ?.trim() ?? '',
      ),
    );
  return belowMenu.find(isTwice) ?? belowMenu.find(isDated) ?? belowSite(lines, able) ?? able[0];
}

/** One or two words with capitals: the name of a forum, `Demo Discussion`. */
const SITE_NAME = /^[A-Z][\w.+-]{1,30}(?: [A-Z][\w.+-]{1,30})?$/;

/** The line that stands right below the name of a site, above everything else. */
function belowSite(lines: readonly string[], able: readonly number[]): number | undefined {
  const [first, second] = able;
  if (first === undefined || second !== first + 1) return undefined;
  const isTitle = !/[.!?。！？:：]$/.test(bareText(lines[second] ?? ''));
  return SITE_NAME.test(bareText(lines[first] ?? '')) && isTitle ? second : undefined;
}

/** `# install` inside code: nothing is left blank around it. */
function isComment(lines: readonly string[], at: number): boolean {
  const isBlank = (line: string | undefined) => (line ?? '').trim() === '';
  return !isBlank(lines[at - 1]) || codeLanguage(lines[at + 1] ?? '') !== undefined;
}

function mayBeTitle(line: string, at: number, lines: readonly string[]): boolean {
  const text = bareText(line);
  if (text.length < 6 || text.length > TITLE_LENGTH) return false;
  if (isClutter(line) || opensTail(line)) return false;
  const language = codeLanguage(text);
  if (language !== undefined && language !== 'message') return false;
  // The path to the page repeats its title: `/ Title`.
  if (/^\s*[/>›»]\s/.test(line) && at < 5) return false;
  if (/[。；;]$|[，,].*[，,].*[，,]/.test(text)) return false;
  const isPart = /^\s*#{2,6}\s/.test(line) && roleOf(text) !== undefined;
  if (isPart || bareRoleOf(text) !== undefined) return false;
  // Behind a first paragraph a short line is no title any more.
  return lines.slice(0, at).every((above) => bareText(above).length <= TITLE_LENGTH);
}

function lineOf(lines: readonly string[], title: string): number {
  const words = title.replace(/\s+/g, ' ').trim();
  return lines.slice(0, LINES_READ).findIndex((line) => bareText(line) === words) + 1;
}
