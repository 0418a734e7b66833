/** A line such as `numpy : 2.0.2`. */
export interface Field {
  label: string;
  value: string;
  /** Index of its line. */
  line: number;
}

const MAX_LABEL_LENGTH = 60;

/** Parses a line as a field; `undefined` for a line without a colon behind a label. */
export function fieldAt(lines: readonly string[], line: number): Field | undefined {
  const text = lines[line] ?? '';
  const colon = text.slice(0, MAX_LABEL_LENGTH).indexOf(':');
  const label = text.slice(0, Math.max(colon, 0)).trim();
  return label === '' ? undefined : { label, value: text.slice(colon + 1).trim(), line };
}

/**
 * Returns the consecutive fields from a line on. Empty lines between them belong to them, and so does the compiler in
 * `sys.version`, which Python before 3.10 prints on the next line.
 */
export function fieldsFrom(
  lines: readonly string[],
  start: number,
): { fields: Field[]; end: number } {
  const fields: Field[] = [];
  let end = start;
  for (let line = start; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (text === '') continue;
    const field = fieldAt(lines, line);
    if (field) fields.push(field);
    else if (line > end || !/^\[[^\]]{1,100}\]$/.test(text)) break;
    end = line + 1;
  }
  return { fields, end };
}
