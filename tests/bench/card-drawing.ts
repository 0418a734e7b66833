/**
 * Prints what the cards of the library cost when none is cached: milliseconds per article, which has a card in every
 * language, and bytes per card. The limit is 20 ms per article.
 *
 *   npm run bench:cards -- [ROUNDS]
 */
import { locales, type Locale } from '../../src/domain/vocabulary.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { cardText } from '../../src/social/card-text.ts';
import { CardRenderer } from '../../src/social/card-renderer.ts';

const rounds = Number(process.argv[2] ?? 3);

const { articles, projects } = await readLibrary(process.cwd());
const cards = articles.flatMap(({ facts, translations }) => {
  const project = { name: projects.get(facts.project)?.name ?? facts.project };
  const words = (locale: Locale) => translations[locale]?.words ?? facts;
  return locales.map((locale) => cardText({ facts, project, in: words }, locale));
});

const bytes: number[] = [];
const rows: Record<string, string>[] = [];
for (let round = 1; round <= rounds; round++) {
  // A new renderer each time: the first card of a build reads the fonts, which is part of the cost.
  const renderer = new CardRenderer(process.cwd());
  const started = performance.now();
  const cpu = process.cpuUsage();
  let firstMs: number | undefined;
  for (const card of cards) {
    bytes.push((await renderer.draw(card)).byteLength);
    firstMs ??= performance.now() - started;
  }
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  rows.push({
    cards: String(cards.length),
    'ms of the first card': (firstMs ?? 0).toFixed(0),
    'ms per article': (ms / articles.length).toFixed(1),
    'of it processor time': ((user + system) / 1000 / articles.length).toFixed(1),
  });
}
console.table(rows);

bytes.sort((a, b) => a - b);
const quantile = (part: number) => bytes[Math.round(part * (bytes.length - 1))];
console.log(
  `bytes per card: smallest ${quantile(0)}, median ${quantile(0.5)}, largest ${quantile(1)}`,
);
