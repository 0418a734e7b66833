/**
 * What the cards of the library cost when none is cached: milliseconds an article, which has a card in every
 * language, and bytes a card. `npm run bench:cards`; the limit is 20 ms an article.
 */
import { locales, type Locale } from '../../src/domain/vocabulary.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { cardText } from '../../src/social/card-text.ts';
import { newCardRenderer } from '../../src/social/draw-card.ts';

const ROUNDS = 3;

const { articles, projects } = await readLibrary(process.cwd());
const cards = articles.flatMap(({ facts, translations }) => {
  const project = { name: projects.get(facts.project)?.name ?? facts.project };
  const words = (locale: Locale) => ({ title: translations[locale]?.words.title ?? facts.title });
  return locales.map((locale) => cardText({ facts, project, in: words }, locale));
});

const bytes: number[] = [];
const rows: Record<string, string>[] = [];
for (let round = 1; round <= ROUNDS; round++) {
  // A new one each time: the first card of a build reads the fonts, and that is part of the cost.
  const { draw } = newCardRenderer();
  const started = performance.now();
  const cpu = process.cpuUsage();
  let firstMs: number | undefined;
  for (const card of cards) {
    bytes.push((await draw(card)).byteLength);
    firstMs ??= performance.now() - started;
  }
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  rows.push({
    cards: String(cards.length),
    'first card, ms': (firstMs ?? 0).toFixed(0),
    'an article, ms': (ms / articles.length).toFixed(1),
    'of it processor, ms': ((user + system) / 1000 / articles.length).toFixed(1),
  });
}
console.table(rows);

bytes.sort((a, b) => a - b);
const quantile = (part: number) => bytes[Math.round(part * (bytes.length - 1))];
console.log(`bytes a card: least ${quantile(0)}, median ${quantile(0.5)}, most ${quantile(1)}`);
