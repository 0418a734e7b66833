import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CardRenderer } from './card-renderer.ts';
import type { CardText } from './card-text.ts';

/** Cards drawn by this build and by earlier ones, in `.cache/cards`. */
export class CardCache {
  readonly #folder: string;
  readonly #renderer: CardRenderer;

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#folder = path.join(root, '.cache/cards');
    this.#renderer = new CardRenderer(root);
  }

  /** Returns a card as PNG, drawn only if nothing in the cache looks the same. */
  async png(text: CardText): Promise<Uint8Array<ArrayBuffer>> {
    const file = path.join(this.#folder, `${this.#renderer.digest(text)}.png`);
    const cached = await readFile(file).catch(() => undefined);
    if (cached) return cached;
    const png = await this.#renderer.draw(text);
    await mkdir(this.#folder, { recursive: true });
    // Renamed when complete: another build may read the cache at the same time.
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, png);
    await rename(unfinished, file);
    return png;
  }
}
