import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CardRenderer } from './card-renderer.ts';
import type { CardText } from './card-text.ts';

/** Length in bytes of the SHA-256 checksum before each cached card. */
const CHECKSUM_BYTES = 32;

/** Number of unused cards that always stay in the cache. Chosen: they take about 30 MB. */
export const MIN_UNUSED_CARDS = 1000;

/**
 * Cards drawn by this build and by earlier ones, in `.cache/cards`. Files are read and written synchronously: a build does
 * so beside the pages, in a separate thread, and asynchronous access takes twice the processor time.
 */
export class CardCache {
  readonly #folder: string;
  readonly #renderer: CardRenderer;
  #drawn = 0;

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#folder = path.join(root, '.cache/cards');
    this.#renderer = new CardRenderer(root);
  }

  /** Number of cards that had to be drawn. */
  get drawn(): number {
    return this.#drawn;
  }

  /** Returns the key of a card: the name of its file. */
  key(text: CardText): string {
    return this.#renderer.digest(text);
  }

  /** Returns the keys of all cards in the cache. Whether they are intact is not checked. */
  keys(): Set<string> {
    try {
      return new Set(readdirSync(this.#folder));
    } catch {
      return new Set();
    }
  }

  /** Returns a card as PNG, drawn only if the cache has no intact copy of it. */
  async png(text: CardText, key = this.key(text)): Promise<Uint8Array<ArrayBuffer>> {
    return this.#read(key) ?? this.#draw(text, key);
  }

  /**
   * Deletes unused cards, oldest first, while there are more of them than used ones and more than `MIN_UNUSED_CARDS`. The
   * rest stays for builds of other branches.
   *
   * @param used keys of the cards that this build uses
   */
  prune(used: ReadonlySet<string>): void {
    const unused = [...this.keys()].filter((key) => !used.has(key));
    const limit = Math.max(MIN_UNUSED_CARDS, used.size);
    if (unused.length <= limit) return;
    const files = unused.map((key) => {
      const file = this.#file(key);
      // Another build may have deleted it.
      return { file, drawnMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
    });
    files.sort((a, b) => b.drawnMs - a.drawnMs);
    for (const { file } of files.slice(limit)) rmSync(file, { force: true });
  }

  #file(key: string): string {
    return path.join(this.#folder, key);
  }

  /** Returns a card from the cache; `undefined` if there is no intact copy of it. */
  #read(key: string): Uint8Array<ArrayBuffer> | undefined {
    let entry;
    try {
      entry = readFileSync(this.#file(key));
    } catch {
      return undefined;
    }
    const png = entry.subarray(CHECKSUM_BYTES);
    return checksum(key, png).equals(entry.subarray(0, CHECKSUM_BYTES)) ? png : undefined;
  }

  async #draw(text: CardText, key: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#drawn++;
    const png = await this.#renderer.draw(text);
    mkdirSync(this.#folder, { recursive: true });
    // Atomic: another build may read the cache at the same time. Not synced: the checksum reveals what a power cut loses.
    const entry = Buffer.concat([checksum(key, png), png]);
    writeFileAtomic.sync(this.#file(key), entry, { fsync: false });
    return png;
  }
}

/** Returns the checksum of a cached card. It covers the key, so that one card in the place of another is not valid. */
function checksum(key: string, png: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(png).digest();
}
