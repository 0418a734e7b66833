import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CardText } from './card-text.ts';
import { cardDigest, newCardRenderer } from './draw-card.ts';

const folder = path.join(process.cwd(), '.cache/cards');

let renderer: ReturnType<typeof newCardRenderer> | undefined;

/** The card of an article as a PNG: from an earlier build, when nothing that it shows has changed since. */
export async function card(text: CardText): Promise<Uint8Array<ArrayBuffer>> {
  const file = path.join(folder, `${cardDigest(text)}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  renderer ??= newCardRenderer();
  const drawn = await renderer.draw(text);
  await mkdir(folder, { recursive: true });
  // Another build may read at the same moment: the file appears whole or not at all.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, drawn);
  await rename(unfinished, file);
  return drawn;
}
