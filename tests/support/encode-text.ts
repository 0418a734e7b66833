const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * Encodes a text in an encoding that `TextDecoder` can only decode.
 *
 * @throws {Error} for a character that the encoding has not
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  const table = tables.get(encoding) ?? encodingTable(encoding);
  tables.set(encoding, table);
  const bytes = [...text].flatMap((character) => {
    const code = table.get(character);
    if (!code) throw new Error(`${encoding} has no ${character}`);
    return code;
  });
  return Uint8Array.from(bytes);
}

function encodingTable(encoding: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let lead = 0; lead <= 0xff; lead++) add(lead);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
  }
  return table;
}
