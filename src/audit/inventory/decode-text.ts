/**
 * Decodes a file according to its byte-order mark, or as UTF-8 if it has none: in Windows PowerShell, `pip freeze >`
 * writes UTF-16.
 * Invalid bytes become replacement characters.
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
