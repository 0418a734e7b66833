/**
 * The text of a file, whatever wrote it: PowerShell's `>` makes UTF-16 of what `pip freeze` prints.
 * A byte-order mark tells; without one it is UTF-8, and what is none of that becomes replacement characters.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
