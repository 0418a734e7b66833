/**
 * How often the right article comes first, against raw Pagefind and MiniSearch on the same articles and pastes in the
 * same run; prints tables.
 *
 *   npm run bench:diagnose -- --pastes FILE [--negatives FILE] [--briefs FOLDER] [--misses]
 *
 * --pastes     JSON Lines {"brief": slug, "paste": text}; --negatives the same without a slug
 * --briefs     articles from research notes instead of the library
 * --misses     lists what did not come first, and what was answered that should not have been
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildIndex } from '../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { defaultLocale } from '../../src/domain/vocabulary.ts';
import { indexEntry } from '../../src/content/to-index-entry.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { readBriefs } from './research-notes.ts';
import { miniSearch, pagefind, type Rival } from './baselines.ts';

const DEPTH = 10;
const OWN_PASTES = 'tests/fixtures/pastes/known.jsonl';
const OWN_NEGATIVES = 'tests/fixtures/pastes/unrelated.jsonl';

interface Paste {
  brief: string;
  paste: string;
}

const { values } = parseArgs({
  options: {
    pastes: { type: 'string', default: OWN_PASTES },
    negatives: { type: 'string', multiple: true, default: [OWN_NEGATIVES] },
    briefs: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});

const { entries, slugOf } = values.briefs ? briefs(values.briefs) : await library();
const given = readPastes(values.pastes);
// The fixtures speak of faults that are not all written up yet; what is asked is what the library has.
const pastes = given.flatMap(({ brief, paste }) => {
  const slug = slugOf.get(brief);
  return slug === undefined ? [] : [{ brief: slug, paste }];
});
const negatives = values.negatives.flatMap(readPastes);
const index = buildIndex(entries);

const byConfidence = new Map<string, { right: number; all: number }>();
const engine: Rival = {
  name: 'Known Faults',
  answer: async (paste) =>
    diagnose(index, paste, { limit: DEPTH }).findings.map(({ slug }) => slug),
  stop: async () => undefined,
};

console.log(
  `${entries.length} articles, ${pastes.length} of ${given.length} pastes have one, ${negatives.length} unrelated errors\n`,
);
console.log('| | hit@1 | hit@3 | MRR | unrelated answered | ms a paste |');
console.log('|---|---:|---:|---:|---:|---:|');
for (const rival of [engine, miniSearch(entries), ...(await pagefind(entries))]) {
  console.log(await row(rival));
  await rival.stop();
}

for (const { brief, paste } of pastes) {
  const [first] = diagnose(index, paste, { limit: 1 }).findings;
  const confidence = first?.confidence ?? 'silent';
  const count = byConfidence.get(confidence) ?? { right: 0, all: 0 };
  byConfidence.set(confidence, {
    right: count.right + Number(first?.slug === brief),
    all: count.all + 1,
  });
  if (values.misses && first?.slug !== brief) {
    console.error(
      `missed ${brief}: ${first ? `${first.confidence} ${first.slug}` : 'silent'}\n  ${cut(paste)}`,
    );
  }
}
console.log('\n| confidence | right | of |\n|---|---:|---:|');
for (const confidence of ['high', 'medium', 'low', 'silent']) {
  const { right, all } = byConfidence.get(confidence) ?? { right: 0, all: 0 };
  console.log(`| ${confidence} | ${right} | ${all} |`);
}
const bytes = gzipSync(JSON.stringify(index)).length;
console.log(`\nindex: ${bytes} bytes gzip, ${Math.round(bytes / entries.length)} an article`);
if (values.misses) {
  for (const { paste } of negatives) {
    const [first] = diagnose(index, paste, { limit: 1 }).findings;
    if (first) console.error(`answered: ${first.confidence} ${first.slug}\n  ${cut(paste)}`);
  }
}

async function row({ name, answer }: Rival): Promise<string> {
  let [first, three, reciprocal, answered] = [0, 0, 0, 0];
  const started = performance.now();
  for (const { brief, paste } of pastes) {
    const at = (await answer(paste)).indexOf(brief);
    if (at === 0) first += 1;
    if (at >= 0 && at < 3) three += 1;
    if (at >= 0) reciprocal += 1 / (at + 1);
  }
  const ms = (performance.now() - started) / pastes.length;
  for (const { paste } of negatives) if ((await answer(paste)).length > 0) answered += 1;
  const shares = [first, three, reciprocal].map((sum) => (sum / pastes.length).toFixed(3));
  return `| ${[name, ...shares, `${answered} of ${negatives.length}`, ms.toFixed(1)].join(' | ')} |`;
}

/** What is asked, and the article that answers a paste of each name. */
interface Asked {
  entries: IndexEntry[];
  slugOf: Map<string, string>;
}

function briefs(folder: string): Asked {
  const entries = readBriefs(folder);
  return { entries, slugOf: new Map(entries.map(({ slug }) => [slug, slug])) };
}

/** The library; two notes merged into one article are its slug and an alias. */
async function library(): Promise<Asked> {
  const { articles } = await readLibrary(process.cwd());
  const slugOf = articles.flatMap(({ slug, facts }) =>
    [slug, ...facts.aliases].map((name) => [name, slug] as const),
  );
  return {
    entries: articles.map((article) => indexEntry(article, defaultLocale)),
    slugOf: new Map(slugOf),
  };
}

function readPastes(file: string): Paste[] {
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Paste)
      // Notes are named project--fault, articles project-fault.
      .map(({ brief = '', paste }) => ({
        brief: values.briefs ? brief : brief.replace('--', '-'),
        paste,
      }))
  );
}

function cut(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}...` : text);
}
