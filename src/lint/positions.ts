/** Returns the line (1-based) of an offset. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** Returns the column (1-based) of an offset. */
export function columnAt(source: string, offset: number): number {
  return offset - source.lastIndexOf('\n', offset - 1);
}
