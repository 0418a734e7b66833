const MAGIC = 0x950412de;

/**
 * Reads a compiled message catalog of GNU gettext (`.mo`): the English messages with their translations. Of a message with
 * a plural the first form is read; the context of a message is dropped.
 *
 * @throws {Error} if the file is not a catalog
 * @see https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
 */
export function readCatalog(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = view.getUint32(0, true) === MAGIC;
  if (!isLittle && view.getUint32(0, false) !== MAGIC) throw new Error('not a message catalog');
  const uint32 = (offset: number) => view.getUint32(offset, isLittle);
  const text = (row: number) =>
    new TextDecoder().decode(bytes.subarray(uint32(row + 4), uint32(row + 4) + uint32(row)));

  const messages = new Map<string, string>();
  const [count, originals, translations] = [uint32(8), uint32(12), uint32(16)];
  for (let row = 0; row < count * 8; row += 8) {
    const [english = ''] = (
      text(originals + row)
        .split('\u0004')
        .at(-1) ?? ''
    ).split('\0');
    const [translated = ''] = text(translations + row).split('\0');
    if (english !== '' && translated !== '') messages.set(english, translated);
  }
  return messages;
}
