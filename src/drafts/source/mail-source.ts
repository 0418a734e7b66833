const HEADER = /^([A-Z][\w-]{1,30}): ?(.*)$/;

/** Headers that a mail has; fewer may be the beginning of a text. */
const KNOWN = new Set(['from', 'to', 'subject', 'date', 'message-id', 'cc', 'reply-to', 'list-id']);
const MIN_KNOWN = 3;
const MAX_HEADERS = 60;

/** `Re: [list] the subject`. */
const BEFORE_SUBJECT = /^(?:(?:re|aw|fwd?)\s?:\s?|\[[^\]]{1,40}\]\s?){1,6}/i;

/** `-- ` above a signature; `____` above what the list adds. */
const FOOT = /^(?:--\s?|_{20,})$/;

/** A mark of a quotation; a prompt of Python is none. */
const QUOTED = /^>(?!>>)\s?/;

/**
 * A mail as the lines of its text: headers and foot left blank, quotations without their marks, so that every line keeps
 * its number.
 *
 * @returns `undefined` for what is no mail
 */
export function readMail(
  lines: readonly string[],
): { title?: string; lines: string[] } | undefined {
  const end = lines.slice(0, MAX_HEADERS).findIndex((line) => line.trim() === '');
  if (end < 1) return undefined;
  const headers = new Map<string, string>();
  for (const line of lines.slice(0, end)) {
    const [, name, value = ''] = HEADER.exec(line) ?? [];
    if (name !== undefined) headers.set(name.toLowerCase(), value);
    else if (!/^\s/.test(line)) return undefined;
  }
  if ([...headers.keys()].filter((name) => KNOWN.has(name)).length < MIN_KNOWN) return undefined;
  const foot = lines.findIndex((line, at) => at > end && FOOT.test(line));
  const title = headers.get('subject')?.replace(BEFORE_SUBJECT, '').trim();
  return {
    ...(title !== undefined && { title }),
    lines: lines.map((line, at) =>
      at < end || (foot >= 0 && at >= foot) ? '' : withoutMarks(line),
    ),
  };
}

function withoutMarks(line: string): string {
  let rest = line;
  for (let round = 0; round < 5 && QUOTED.test(rest); round++) rest = rest.replace(QUOTED, '');
  return rest;
}
