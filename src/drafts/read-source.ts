import { stripTerminalSequences } from '../diagnosis/clean/clean-line.ts';
import { stripHiddenCharacters } from '../domain/text/characters.ts';
import { SourceError } from './decode-source.ts';
import { readHtml } from './read-html.ts';
import { readIssue, type Issue } from './read-issue-json.ts';
import { readMail } from './read-mail.ts';

/** Maximum length of a source, in UTF-16 units (chosen). */
export const MAX_SOURCE_LENGTH = 2_000_000;

/** An issue, a page, a mail or a text, as lines of Markdown. */
export interface Source {
  /** Title that the tracker, the page or the mail gives. */
  title?: string;
  /** Line 1 comes first. Lines of a text or Markdown file are the lines of that file. */
  lines: readonly string[];
  issue?: Issue;
}

const EXPECTED_JSON =
  'needed what `gh issue view N --repo OWNER/NAME --json title,body,comments,labels,url,createdAt,state` prints';

/** Beginning of a page. Markdown may contain tags, but does not begin with these. */
const PAGE = /^\s*<(?:!doctype\s+html|html|head|body|meta|div|article|main|section)\b/i;

/** Beginning of JSON, cut off or not: `{`, `{"`, `[{`, `[1,`. Not `{name}`, `[text](address)`, `[1]`, `[Errno 13]`. */
const JSON_START =
  /^\s*(?:\{\s*(?:["'}]|$|\w{1,40}["']?\s*:)|\[\s*(?:[[{"']|\]\s*$|$|-?\d[\d.]{0,20}\s*,)|null\s*$)/;

/**
 * Reads an upstream issue (JSON of `gh issue view` or of GitHub's REST API), a saved page, a mail, a text or Markdown.
 *
 * @param name name of the file; a name that ends in `.json` promises JSON
 * @throws {SourceError} if the source is too long, empty, without words, or JSON that is not an issue
 */
export function readSource(text: string, name = ''): Source {
  if (text.length > MAX_SOURCE_LENGTH) {
    throw new SourceError(
      `found ${text.length} characters; at most ${MAX_SOURCE_LENGTH} are read: cut the source down to the report`,
    );
  }
  const plain = visible(text);
  if (plain.trim() === '') throw new SourceError('found an empty source; a text is needed');
  if (JSON_START.test(plain) || /\.json$/i.test(name)) return issueSource(plain);
  if (PAGE.test(plain)) {
    const { title, markdown } = readHtml(plain);
    return {
      ...(title !== undefined && { title: visible(title) }),
      lines: linesOf(visible(markdown)),
    };
  }
  const lines = linesOf(plain);
  if (!lines.some((line) => /\p{L}{2}/u.test(line) && !IMAGE.test(line))) {
    throw new SourceError('found no text, at most a picture; the words of the report are needed');
  }
  return readMail(lines) ?? { lines };
}

/** @throws {SourceError} */
function issueSource(text: string): Source {
  let data: unknown;
  try {
    data = JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? visible(value) : value,
    );
  } catch (error) {
    throw new SourceError(
      `this looks like JSON but does not parse: ${visible((error as Error).message)}`,
    );
  }
  const source = readIssue(data);
  if (source === undefined) {
    throw new SourceError(`found JSON that is not an issue; ${EXPECTED_JSON}`);
  }
  return source;
}

/** Removes colors and hidden characters, which an article may not contain, and normalizes line ends. */
function visible(text: string): string {
  return stripHiddenCharacters(stripTerminalSequences(text.replace(/\r\n?/g, '\n')));
}

const linesOf = (text: string) => text.replace(/(?<!\n)\n+$/, '').split('\n');

/** A line that is an image and nothing else. */
const IMAGE = /^\s*!\[[^\]]*\]\([^)]*\)\s*$/;
