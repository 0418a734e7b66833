/**
 * Prints what the cards of a build cost: once drawn, once taken from the cache. Times are processor time per card,
 * because the cards are drawn in a thread beside the pages. The last columns are bytes per card. A large library is made
 * of the real one, with numbered titles.
 *
 *   npm run bench:cards -- [ROUNDS] [CARDS]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { CardThread } from '../../src/social/card-thread.ts';
import { libraryCards, type Card } from '../../src/social/library-cards.ts';
import { linkProject } from '../support/link-project.ts';

const MIB = 2 ** 20;
const SAMPLE_MS = 20;

const real = libraryCards(await readLibrary(process.cwd()));
const rounds = Number(process.argv[2] ?? 3);
const count = Number(process.argv[3] ?? real.length);
const cards = Array.from({ length: count }, (_, index) => numbered(index));

const rows: Record<string, string>[] = [];
for (let round = 1; round <= rounds; round++) {
  const project = mkdtempSync(path.join(os.tmpdir(), 'known-faults-cards-'));
  linkProject(project);
  for (const cache of ['empty', 'full']) rows.push({ cache, ...(await measure(project)) });
  rmSync(project, { recursive: true });
}
console.table(rows);

/** Returns a card of the real library; from the second time on with a number in path and title. */
function numbered(index: number): Card {
  const card = real[index % real.length];
  if (!card) throw new Error('the library has no articles');
  const time = Math.floor(index / real.length);
  if (time === 0) return card;
  const title = `${card.text.title} ${time}`;
  return {
    ...card,
    path: card.path.replace('/cards/', `/cards/${time}-`),
    text: { ...card.text, title },
  };
}

async function measure(project: string): Promise<Record<string, string>> {
  const dist = path.join(project, 'dist');
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const busy = performance.eventLoopUtilization();
  const thread = new CardThread(project, cards);
  thread.write(dist);
  const { written, drawn } = await thread.finish();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { active } = performance.eventLoopUtilization(busy);
  clearInterval(sampler);
  const bytes = cards.map((card) => statSync(path.join(dist, card.path)).size);
  return {
    cards: String(written),
    drawn: String(drawn),
    seconds: seconds.toFixed(1),
    'ms per card': ((user + system) / 1000 / written).toFixed(2),
    'of it in the main thread': (active / written).toFixed(2),
    'MiB added': ((peak - before) / MIB).toFixed(0),
    'bytes, mean': (bytes.reduce((sum, size) => sum + size, 0) / written).toFixed(0),
    'bytes, largest': String(bytes.reduce((a, b) => Math.max(a, b))),
  };
}
