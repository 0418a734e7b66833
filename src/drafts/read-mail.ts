const HEADER = /^([A-Z][\w-]{1,30}): ?(.*)$/;

/** Header fields that tell a mail from a text which begins with labels. */
const KNOWN_FIELDS = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'cc',
  'reply-to',
  'list-id',
]);
const MIN_KNOWN_FIELDS = 3;
const MAX_HEADER_LINES = 60;

/** `Re: [list] ` before the subject. */
const SUBJECT_PREFIX = /^(?:(?:re|aw|fwd?)\s?:\s?|\[[^\]]{1,40}\]\s?){1,6}/i;

/** `-- ` above a signature, `____` above the footer of a mailing list. */
const FOOTER = /^(?:--\s?|_{20,})$/;

/** A quotation mark, but not the `>>>` prompt of Python. */
const QUOTE = /^>(?!>>)\s?/;
const MAX_QUOTE_DEPTH = 5;

/**
 * Reads a mail. Headers and footer become empty lines and quotations lose their marks, so every line keeps its number.
 *
 * @returns `undefined` if the lines are not a mail
 */
export function readMail(
  lines: readonly string[],
): { title?: string; lines: string[] } | undefined {
  const end = lines.slice(0, MAX_HEADER_LINES).findIndex((line) => line.trim() === '');
  if (end < 1) return undefined;
  const headers = new Map<string, string>();
  for (const line of lines.slice(0, end)) {
    const [, name, value = ''] = HEADER.exec(line) ?? [];
    if (name !== undefined) headers.set(name.toLowerCase(), value);
    else if (!/^\s/.test(line)) return undefined;
  }
  const known = [...headers.keys()].filter((name) => KNOWN_FIELDS.has(name));
  if (known.length < MIN_KNOWN_FIELDS) return undefined;
  const footer = lines.findIndex((line, index) => index > end && FOOTER.test(line));
  const title = headers.get('subject')?.replace(SUBJECT_PREFIX, '').trim();
  return {
    ...(title !== undefined && { title }),
    lines: lines.map((line, index) =>
      index < end || (footer >= 0 && index >= footer) ? '' : unquoted(line),
    ),
  };
}

function unquoted(line: string): string {
  let rest = line;
  for (let depth = 0; depth < MAX_QUOTE_DEPTH && QUOTE.test(rest); depth++) {
    rest = rest.replace(QUOTE, '');
  }
  return rest;
}
