import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';
import { CardCache } from './card-cache.ts';
import type { Card } from './library-cards.ts';

/**
 * Maximum number of cards drawn at a time while the pages are built. The renderer uses the four threads that Node has
 * for all file access of the process; one is left to the pages.
 */
const MAX_DRAWN_AT_A_TIME = 3;

/** Progress of the build that the cards are drawn for. */
export interface BuildProgress {
  /** Folder of the site, once it is emptied. */
  folder: Promise<string>;
  /** Resolves when the build has nothing to do but to wait for the cards. */
  isWaiting: Promise<true>;
}

export interface CardCounts {
  written: number;
  /** Cards of which the cache had no intact copy. */
  drawn: number;
}

/**
 * Draws the cards that the cache lacks, then writes all cards into the folder of the site. The thread that builds the
 * pages keeps a processor to itself until it waits for the cards.
 *
 * @param root the project's root folder
 * @throws {Error} that names the article if a card cannot be drawn
 */
export async function drawCards(
  root: string,
  cards: readonly Card[],
  { folder, isWaiting }: BuildProgress,
): Promise<CardCounts> {
  const cache = new CardCache(root);
  const keyed = cards.map((card) => ({ card, key: cache.key(card.text) }));

  const limit = pLimit(Math.min(MAX_DRAWN_AT_A_TIME, Math.max(1, availableParallelism() - 1)));
  void isWaiting.then(() => limit.concurrency++);
  const cached = cache.keys();
  const missing = keyed.filter(({ key }) => !cached.has(key));
  await limit.map(missing, ({ card, key }) => png(cache, card, key));

  const site = await folder;
  const folders = new Set(cards.map((card) => path.dirname(card.path)));
  for (const name of folders) mkdirSync(path.join(site, name), { recursive: true });
  for (const { card, key } of keyed) {
    writeFileSync(path.join(site, card.path), await png(cache, card, key));
  }
  cache.prune(new Set(keyed.map(({ key }) => key)));
  return { written: cards.length, drawn: cache.drawn };
}

async function png(cache: CardCache, { path, slug, text }: Card, key: string) {
  try {
    return await cache.png(text, key);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`content/articles/${slug}: cannot draw its card ${path}: ${reason}`, {
      cause: error,
    });
  }
}
