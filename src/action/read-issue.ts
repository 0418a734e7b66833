import type { Issue } from './issue-event.ts';

/** The first line of a fenced block: within a quotation or a list too. One with backticks behind it is a code span. */
const FENCE = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/;

const HEADING = /^ {0,3}#{1,6} /;

/** What an issue form writes for a field that was left empty. */
const NO_RESPONSE = '_No response_';

/** Elements that people write around logs; others are what a program printed: `<module>`, `<int>`. */
const ELEMENTS =
  'a|blockquote|br|code|details|div|em|h[1-6]|hr|img|kbd|li|ol|p|pre|samp|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|ul';
const TAG = new RegExp(`</?(?:${ELEMENTS})(?: ?/| open| [a-z-]+=[^<>]*)?>`, 'gi');

/**
 * What an issue says, as a paste: the title, then the text without its Markdown around code, without HTML comments (those
 * of a template name errors of their own) and without what an issue form adds.
 */
export function readIssue({ title, body }: Pick<Issue, 'title' | 'body'>): string {
  const reader = new BodyReader(body.split(/\r\n?|\n/));
  return [title, '', ...reader.read()].join('\n');
}

/** Goes through a text line by line and remembers in what it is. */
class BodyReader {
  readonly #lines: readonly string[];
  /** Whether a comment that a line leaves open ends in a later line of the same paragraph. */
  readonly #endsBelow: readonly boolean[];
  #fence = '';
  #isComment = false;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    const endsBelow: boolean[] = [];
    for (let at = lines.length - 2; at >= 0; at--) {
      const next = lines[at + 1] ?? '';
      endsBelow[at] = next.trim() !== '' && (next.includes('-->') || endsBelow[at + 1] === true);
    }
    this.#endsBelow = endsBelow;
  }

  read(): string[] {
    return this.#lines.flatMap((line, at) => {
      if (this.#fence !== '') return this.#inFence(line);
      const text = this.#withoutComments(line, this.#endsBelow[at] === true);
      const [, fence = ''] = FENCE.exec(text) ?? [];
      this.#fence = fence;
      return fence === '' && text.trim() !== NO_RESPONSE ? plain(text) : [];
    });
  }

  /** A line of code is kept as it is; a fence as long as the first ends it. */
  #inFence(line: string): string[] {
    const text = line.replace(/^[\s>]+/, '').trimEnd();
    const sign = this.#fence.charAt(0);
    const isEnd = text.length >= this.#fence.length && text === sign.repeat(text.length);
    if (!isEnd) return [line];
    this.#fence = '';
    return [];
  }

  #withoutComments(line: string, endsBelow: boolean): string {
    let kept = '';
    let rest = line;
    for (;;) {
      if (this.#isComment) {
        const end = rest.indexOf('-->');
        if (end < 0) return kept;
        this.#isComment = false;
        rest = rest.slice(end + 3);
      }
      const start = rest.indexOf('<!--');
      if (start < 0) return kept + rest;
      const before = rest.slice(0, start);
      // `<!-->` is whole.
      const isWhole = rest.includes('-->', start + 2);
      // At the start of a line it need not end at all; behind words an open one is no comment.
      if (!isWhole && !endsBelow && (kept + before).trim() !== '') return kept + rest;
      kept += before;
      rest = rest.slice(start + 2);
      this.#isComment = true;
    }
  }
}

/** A line of text without the signs of a heading and the elements around it. */
function plain(line: string): string[] {
  return line
    .replace(HEADING, '')
    .replace(/<br ?\/?>/gi, '\n')
    .replace(TAG, ' ')
    .split('\n');
}
