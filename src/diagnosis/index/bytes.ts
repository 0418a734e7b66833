/** Numbers of seven bits a byte, the low ones first, as in LEB128: small numbers take one byte. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  write(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#bytes.push(rest);
  }

  /** The bytes as base64, which JSON can hold and gzip packs back to nearly their size. */
  toText(): string {
    let text = '';
    for (const byte of this.#bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }
}

/** Reads what `ByteWriter` wrote. */
export function readNumbers(text: string): number[] {
  const bytes = atob(text);
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      numbers.push(value >>> 0);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}
