/** Returns the 1-based line of an offset. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** Returns the 1-based column of an offset, in UTF-16 units. */
export function columnAt(source: string, offset: number): number {
  return offset - source.lastIndexOf('\n', offset - 1);
}
