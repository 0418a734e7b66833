import type { Issue } from './issue-event.ts';

/** Opening fence of a code block, also in a quotation or a list. With backticks later in the line it is a code span. */
const FENCE = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/;

const HEADING = /^ {0,3}#{1,6} /;

/** Text of an issue form for an empty field. */
const NO_RESPONSE = '_No response_';

/** HTML elements that people put around logs. Other tags are output of a program, such as `<module>` or `<int>`. */
const ELEMENTS =
  'a|blockquote|br|code|details|div|em|h[1-6]|hr|img|kbd|li|ol|p|pre|samp|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|ul';
const TAG = new RegExp(`</?(?:${ELEMENTS})(?: ?/| open| [a-z-]+=[^<>]*)?>`, 'gi');

/**
 * Extracts from an issue the text to diagnose: the title, then the body without code fences, HTML tags and comments
 * (templates quote example errors there), and without what an issue form adds.
 */
export function readIssue({ title, body }: Pick<Issue, 'title' | 'body'>): string {
  const reader = new BodyReader(body.split(/\r\n?|\n/));
  return [title, '', ...reader.read()].join('\n');
}

/** Reads the lines of a body in order and keeps track of open fences and comments. */
class BodyReader {
  readonly #lines: readonly string[];
  /** For each line, whether `-->` follows in a later line of the same paragraph. */
  readonly #endsBelow: readonly boolean[];
  #fence = '';
  #isComment = false;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    const endsBelow: boolean[] = [];
    for (let index = lines.length - 2; index >= 0; index--) {
      const next = lines[index + 1] ?? '';
      endsBelow[index] =
        next.trim() !== '' && (next.includes('-->') || endsBelow[index + 1] === true);
    }
    this.#endsBelow = endsBelow;
  }

  read(): string[] {
    return this.#lines.flatMap((line, index) => {
      if (this.#fence !== '') return this.#inFence(line);
      const text = this.#withoutComments(line, this.#endsBelow[index] === true);
      const [, fence = ''] = FENCE.exec(text) ?? [];
      this.#fence = fence;
      return fence === '' && text.trim() !== NO_RESPONSE ? plainLines(text) : [];
    });
  }

  /** Keeps code unchanged. A fence at least as long as the opening one ends the block. */
  #inFence(line: string): string[] {
    const text = line.replace(/^[\s>]+/, '').trimEnd();
    const mark = this.#fence.charAt(0);
    const isEnd = text.length >= this.#fence.length && text === mark.repeat(text.length);
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
      // From the first dash on, since `<!-->` is a complete comment.
      const isComplete = rest.includes('-->', start + 2);
      // An unclosed comment after other text is literal text; at the start of a line it is a comment.
      if (!isComplete && !endsBelow && (kept + before).trim() !== '') return kept + rest;
      kept += before;
      rest = rest.slice(start + 2);
      this.#isComment = true;
    }
  }
}

/** Removes heading marks and HTML tags; returns several lines for a line with `<br>`. */
function plainLines(line: string): string[] {
  return line
    .replace(HEADING, '')
    .replace(/<br ?\/?>/gi, '\n')
    .replace(TAG, ' ')
    .split('\n');
}
