/**
 * Prints how often the right article comes first, compared with plain Pagefind and MiniSearch on the same articles and
 * pastes.
 *
 *   npm run bench:diagnose -- --pastes FILE [--negatives FILE] [--briefs FOLDER] [--misses]
 *
 * --pastes     JSON Lines {"brief": slug, "paste": text}; --negatives the same without a slug
 * --briefs     articles from research notes instead of the library
 * --misses     lists pastes whose article does not come first, and unrelated errors with an answer
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
import { readNotes } from './research-notes.ts';
import { miniSearch, pagefind, type Baseline } from './baselines.ts';

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

const { entries, slugOf } = values.briefs ? notes(values.briefs) : await library();
const given = readPastes(values.pastes);
// Some fixtures are about faults without an article yet; they are left out.
const pastes = given.flatMap(({ brief, paste }) => {
  const slug = slugOf.get(brief);
  return slug === undefined ? [] : [{ brief: slug, paste }];
});
const negatives = values.negatives.flatMap(readPastes);
const index = buildIndex(entries);

const byConfidence = new Map<string, { right: number; all: number }>();
const engine: Baseline = {
  name: 'Known Faults',
  answer: async (paste) =>
    diagnose(index, paste, { limit: DEPTH }).findings.map(({ slug }) => slug),
  stop: async () => undefined,
};

console.log(
  `${entries.length} articles, ${pastes.length} of ${given.length} pastes have one, ${negatives.length} unrelated errors\n`,
);
console.log('| | hit@1 | hit@3 | MRR | unrelated answered | ms per paste |');
console.log('|---|---:|---:|---:|---:|---:|');
for (const baseline of [engine, miniSearch(entries), ...(await pagefind(entries))]) {
  console.log(await row(baseline));
  await baseline.stop();
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
console.log(`\nindex: ${bytes} bytes gzip, ${Math.round(bytes / entries.length)} per article`);
if (values.misses) {
  for (const { paste } of negatives) {
    const [first] = diagnose(index, paste, { limit: 1 }).findings;
    if (first) console.error(`answered: ${first.confidence} ${first.slug}\n  ${cut(paste)}`);
  }
}

async function row({ name, answer }: Baseline): Promise<string> {
  let [first, three, reciprocal, answered] = [0, 0, 0, 0];
  const started = performance.now();
  for (const { brief, paste } of pastes) {
    const index = (await answer(paste)).indexOf(brief);
    if (index === 0) first += 1;
    if (index >= 0 && index < 3) three += 1;
    if (index >= 0) reciprocal += 1 / (index + 1);
  }
  const ms = (performance.now() - started) / pastes.length;
  for (const { paste } of negatives) if ((await answer(paste)).length > 0) answered += 1;
  const shares = [first, three, reciprocal].map((sum) => (sum / pastes.length).toFixed(3));
  return `| ${[name, ...shares, `${answered} of ${negatives.length}`, ms.toFixed(1)].join(' | ')} |`;
}

/** Articles to search, and the slug of the article for each name that a paste may have. */
interface Corpus {
  entries: IndexEntry[];
  slugOf: Map<string, string>;
}

function notes(folder: string): Corpus {
  const entries = readNotes(folder);
  return { entries, slugOf: new Map(entries.map(({ slug }) => [slug, slug])) };
}

/** The articles of the library. Of two notes merged into one article, one is its slug and one an alias. */
async function library(): Promise<Corpus> {
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
