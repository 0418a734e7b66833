/**
 * Prints a table of what a first diagnosis fetches and how long it takes as the library grows. Articles beyond those
 * of the library are copies of them in which a third of the words are replaced.
 *
 *   npm run bench:growth -- 120 1000 5000
 */
import { signatureLine } from '../../src/domain/facts/signature.ts';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildIndex } from '../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { serveIndex } from '../../src/api/diagnosis-files.ts';
import { diagnosisPartPath } from '../../src/domain/addresses/addresses.ts';
import { defaultLocale } from '../../src/domain/vocabulary.ts';
import { indexEntry } from '../../src/content/to-index-entry.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { answersTo } from '../support/make-index-entry.ts';
import { IndexFiles } from '../../src/client/diagnosis/index-files.ts';
import { JsonFiles } from '../../src/client/shared/json-files.ts';

const PASTES = 'tests/fixtures/pastes/known.jsonl';
const SYLLABLES = 'ka to mi re su lo ven dar pix qua zor bel nim tra gru fen'.split(' ');
const CHANGED = 0.3;

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Usage: npm run bench:growth -- 120 1000 5000');
  process.exit(2);
}

const { articles } = await readLibrary(process.cwd());
const entries = articles.map((article) => indexEntry(article, defaultLocale));
const pastes = readFileSync(PASTES, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { paste: string }).paste);

console.log(
  '| articles | build s | first file | parts of a paste, mean | largest | fetched, largest |',
);
console.log('|---:|---:|---:|---:|---:|---:|');
const times: string[] = [];
for (const size of sizes) {
  const library = grown(size);
  const built = performance.now();
  const served = serveIndex(defaultLocale, buildIndex(library), answersTo(library), {
    digest: '',
    counts: {},
  });
  const seconds = (performance.now() - built) / 1000;
  const files = new Map([[served.path, served.json]]);
  served.parts.forEach((part, number) => files.set(diagnosisPartPath(served.path, number), part));
  const bytesOf = new Map([...files].map(([path, json]) => [path, gzipSync(json).length]));
  const first = bytesOf.get(served.path) ?? 0;

  const fetched: number[] = [];
  let ms = 0;
  const open = (fetched: (bytes: number) => void) =>
    new IndexFiles(
      served.path,
      JSON.parse(served.json),
      new JsonFiles(async (path) => {
        fetched(bytesOf.get(path) ?? 0);
        return JSON.parse(files.get(path) ?? '');
      }),
    );
  const reader = open(() => undefined);
  for (const paste of pastes) {
    let bytes = 0;
    await open((more) => (bytes += more)).load(paste);
    fetched.push(bytes);
    await reader.load(paste);
    const started = performance.now();
    diagnose((await reader.load(paste)).index, paste);
    ms += performance.now() - started;
  }
  const mean = fetched.reduce((sum, bytes) => sum + bytes, 0) / fetched.length;
  const largest = Math.max(...fetched);
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  console.log(
    `| ${[size, seconds.toFixed(1), kb(first), kb(mean), kb(largest), kb(first + largest)].join(' | ')} |`,
  );
  times.push(`${size}: ${(ms / pastes.length).toFixed(1)} ms per paste once its files are loaded`);
}
console.log(`\n${times.join('\n')}`);

/** Returns this many articles: the library and varied copies of its articles, the same in every run. */
function grown(size: number): IndexEntry[] {
  let seed = 1;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    ).join('');
  const library = entries.slice(0, size);
  for (let copy = 1; library.length < size; copy++) {
    for (const entry of entries.slice(0, size - library.length)) {
      const words = new Map<string, string>();
      const vary = (text: string) =>
        text.replace(/[A-Za-z_]{5,}/g, (known) => {
          const other = words.get(known) ?? (random() < CHANGED ? word() : known);
          words.set(known, other);
          return other;
        });
      library.push({
        ...entry,
        id: `${entry.id}-${copy}`,
        slug: `${entry.slug}-${copy}`,
        title: vary(entry.title),
        signatures: entry.signatures.map((signature) => vary(signatureLine(signature))),
        messages: entry.messages.map(vary),
        text: vary(entry.text),
        code: vary(entry.code ?? ''),
        lookAlikes: vary(entry.lookAlikes ?? ''),
      });
    }
  }
  return library;
}
