/** A row of a list: name, version and further columns. */
export interface Row {
  name: string;
  version: string;
  /** The columns after the version. */
  rest: string;
  /** Index of its line. */
  line: number;
  /** Index in the line at which the version begins. */
  column: number;
}

const ROW =
  /^([ \t]{0,9}([A-Za-z0-9_][\w.-]{0,99})[ \t]{1,200})(\S{1,100})(?:[ \t]{1,200}(\S.*))?$/;

/** `1.26.4`, `2024a`, `0+unknown`, `v1.2` */
const VERSION = /^v?\d[\w.!+*-]{0,99}$/;

/**
 * The build of a conda package: a hash or the Python, then a number, possibly with the interpreter
 * (`hab00c5b_0_cpython`); or one of the few that have no number.
 */
const CONDA_BUILD =
  /^(?:[\w.]{0,90}_\d{1,4}(?:_[a-z]\w{0,30})?|\d{1,4}_\w{1,30}|conda_forge|main|mkl)(?:[ \t]|$)/;

/** Parses a line as a row; `undefined` if it has only one word or begins with anything but a name. */
export function rowAt(lines: readonly string[], line: number): Row | undefined {
  const [, before = '', name = '', version = '', rest = ''] = ROW.exec(lines[line] ?? '') ?? [];
  return name === '' ? undefined : { name, version, rest, line, column: before.length };
}

/** True for a row whose second word can be a version. */
export function hasVersion({ version }: Row): boolean {
  return VERSION.test(version);
}

/** True for a row with the build of a conda package behind the version. */
export function hasCondaBuild({ rest }: Row): boolean {
  return CONDA_BUILD.test(rest);
}

/** Returns the consecutive accepted rows from a line on. */
export function rowsFrom(
  lines: readonly string[],
  start: number,
  accept: (row: Row) => boolean,
): Row[] {
  const rows: Row[] = [];
  for (let line = start; line < lines.length; line++) {
    const row = rowAt(lines, line);
    if (!row || !accept(row)) break;
    rows.push(row);
  }
  return rows;
}

/** The rows below a header. */
export interface Table {
  rows: Row[];
  /** Index of the line after the last row. */
  end: number;
  /** Indexes of the lines between the rows that cannot be read as rows. */
  notUnderstood: number[];
}

/** Returns the rows from a line on. A single line that is none does not end the table if a row follows. */
export function readTable(
  lines: readonly string[],
  start: number,
  accept: (row: Row) => boolean,
): Table {
  const table: Table = { rows: [], end: start, notUnderstood: [] };
  let line = start;
  while (line < lines.length) {
    const rows = rowsFrom(lines, line, accept);
    if (rows.length === 0) break;
    if (line > table.end) table.notUnderstood.push(table.end);
    table.rows.push(...rows);
    table.end = line + rows.length;
    if ((lines[table.end] ?? '') === '') break;
    line = table.end + 1;
  }
  return table;
}
