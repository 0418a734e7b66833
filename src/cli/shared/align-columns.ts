import stringWidth from 'fast-string-width';
import { INDENT } from './terminal-text.ts';

/** Pads the cells of a table, so that its columns are aligned. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join(INDENT)
      .trimEnd(),
  );
}
