import { stripTerminalSequences } from '../../diagnosis/clean/clean-line.ts';
import { stripHiddenCharacters } from '../../domain/text/characters.ts';
import { trimEndOf } from '../reading/trim.ts';
import { readHtml } from './html-source.ts';
import { readIssue, type UpstreamIssue } from './issue-source.ts';
import { readMail } from './mail-source.ts';
import { SourceError } from './source-error.ts';

/** The most that is read of a source, in UTF-16 units: no write-up needs it, and one file must not hold up a writer. */
export const MAX_SOURCE_LENGTH = 2_000_000;

/** What an article is drafted from, as lines of Markdown; facts name the lines they were read in. */
export interface Source {
  kind: 'issue' | 'html' | 'text';
  /** As the container of the text names it: the issue, the page, the mail. */
  title?: string;
  /** Line 1 comes first. Those of a text or Markdown file are the lines of that file. */
  lines: readonly string[];
  /** What the tracker says beside the text. */
  issue?: UpstreamIssue;
}

const NEEDED_JSON =
  'needed what `gh issue view N --repo OWNER/NAME --json title,body,comments,labels,url,createdAt,state` prints';

/** How a page begins. Markdown may have tags too, but does not begin so. */
const PAGE = /^\s*<(?:!doctype\s+html|html|head|body|meta|div|article|main|section)\b/i;

/**
 * Reads an upstream issue (the JSON of `gh issue view` or of GitHub's REST API), a saved page, a mail, a text or Markdown.
 *
 * @throws SourceError for what is too long, empty, or JSON of another shape
 */
export function readSource(text: string): Source {
  if (text.length > MAX_SOURCE_LENGTH) {
    throw new SourceError(
      `found ${text.length} characters; at most ${MAX_SOURCE_LENGTH} are read: cut the source down to the report`,
    );
  }
  const plain = visible(text);
  if (plain.trim() === '') throw new SourceError('found an empty source; a text is needed');
  const data = jsonOf(plain);
  if (data !== undefined) {
    const read = readIssue(data);
    if (read) return { kind: 'issue', ...read };
    throw new SourceError(`found JSON that is no issue; ${NEEDED_JSON}`);
  }
  if (PAGE.test(plain)) {
    const { title, markdown } = readHtml(plain);
    return {
      kind: 'html',
      ...(title !== undefined && { title: visible(title) }),
      lines: linesOf(visible(markdown)),
    };
  }
  const lines = linesOf(plain);
  if (!lines.some((line) => /\p{L}{2}/u.test(line) && !isPicture(line))) {
    throw new SourceError('found no text, at most a picture; the words of the report are needed');
  }
  return { kind: 'text', ...(readMail(lines) ?? { lines }) };
}

/** A text as one sees it, with Unix line ends: an article may hold nothing else. */
function visible(text: string): string {
  return stripHiddenCharacters(stripTerminalSequences(text.replace(/\r\n?/g, '\n')));
}

function linesOf(text: string): string[] {
  return trimEndOf(text, /\n/).split('\n');
}

/** True for a line that shows a picture and says nothing. */
const isPicture = (line: string) => /^\s*!\[[^\]]*\]\([^)]*\)\s*$/.test(line);

/** How JSON begins; `[Errno 13]` and `{now}` do not. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[[{"\]]|null\s*$)/;

/** @throws SourceError for JSON that does not parse */
function jsonOf(text: string): unknown {
  if (!JSON_START.test(text)) return undefined;
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? visible(value) : value,
    ) as unknown;
  } catch {
    throw new SourceError(`found JSON that does not parse; ${NEEDED_JSON}`);
  }
}
