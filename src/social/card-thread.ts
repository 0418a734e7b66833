import { Worker } from 'node:worker_threads';
import type { CardCounts } from './draw-cards.ts';
import type { Card } from './library-cards.ts';

/** Data for the program of the thread, `card-thread-main.ts`. */
export interface CardThreadData {
  root: string;
  cards: readonly Card[];
}

/** A message from the build to the thread. */
export type CardThreadMessage = { folder: string } | { isWaiting: true };

/** Draws the cards of a build in a separate thread, beside the pages. */
export class CardThread {
  readonly #worker: Worker;
  readonly #counts: Promise<CardCounts>;

  /**
   * Starts to draw the cards that the cache lacks.
   *
   * @param root the project's root folder
   */
  constructor(root: string, cards: readonly Card[]) {
    const workerData: CardThreadData = { root, cards };
    this.#worker = new Worker(new URL('card-thread-main.ts', import.meta.url), { workerData });
    this.#counts = new Promise((resolve, reject) => {
      this.#worker.once('message', resolve).once('error', reject);
      this.#worker.once('exit', (code) =>
        reject(new Error(`The thread that draws the cards ended with exit code ${code}.`)),
      );
    });
    // `finish()` reports the error. A build that fails before need not wait for the cards.
    this.#counts.catch(() => undefined);
    this.#worker.unref();
  }

  /** Makes the thread write all cards into the folder of the site, as soon as they are drawn. */
  write(folder: string): void {
    this.#post({ folder });
  }

  /**
   * Waits until all cards are written.
   *
   * @throws {Error} that names the article if a card cannot be drawn
   */
  finish(): Promise<CardCounts> {
    this.#worker.ref();
    this.#post({ isWaiting: true });
    return this.#counts;
  }

  #post(message: CardThreadMessage): void {
    this.#worker.postMessage(message);
  }
}
