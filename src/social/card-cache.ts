import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CardRenderer } from './card-renderer.ts';
import type { CardText } from './card-text.ts';

/** Length in bytes of the SHA-256 checksum before each cached card. */
const CHECKSUM_BYTES = 32;

/** Cards drawn by this build and by earlier ones, in `.cache/cards`. */
export class CardCache {
  readonly #folder: string;
  readonly #renderer: CardRenderer;

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#folder = path.join(root, '.cache/cards');
    this.#renderer = new CardRenderer(root);
  }

  /** Returns a card as PNG, drawn only if the cache has no intact copy of it. */
  async png(text: CardText): Promise<Uint8Array<ArrayBuffer>> {
    const key = this.#renderer.digest(text);
    const file = path.join(this.#folder, key);
    const cached = await readFile(file).catch(() => undefined);
    if (cached) {
      const png = cached.subarray(CHECKSUM_BYTES);
      if (checksum(key, png).equals(cached.subarray(0, CHECKSUM_BYTES))) return png;
    }
    return this.#draw(text, key, file);
  }

  async #draw(text: CardText, key: string, file: string): Promise<Uint8Array<ArrayBuffer>> {
    const png = await this.#renderer.draw(text);
    await mkdir(this.#folder, { recursive: true });
    // Atomic: another build may read the cache at the same time. Not synced: the checksum reveals what a power cut loses.
    const entry = Buffer.concat([checksum(key, png), png]);
    await writeFileAtomic(file, entry, { fsync: false });
    return png;
  }
}

/** Returns the checksum of a cached card. It covers the key, so that one card in the place of another is not valid. */
function checksum(key: string, png: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(png).digest();
}
