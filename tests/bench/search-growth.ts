/**
 * Prints a table of what a first search fetches, how long it takes, and how well it answers as the library grows.
 * Articles beyond those of the library are about other faults: of the same length, with other words.
 *
 *   npm run bench:search -- [--every N] 114 1000 5000
 *
 * --every N   asks every Nth question only
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { searchFilesOf } from '../../src/api/search-files.ts';
import { openLibraryFile } from '../../src/client/search/open-library-file.ts';
import { JsonFiles } from '../../src/client/shared/json-files.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { indexEntry } from '../../src/content/to-index-entry.ts';
import { searchIndexPath } from '../../src/domain/addresses/addresses.ts';
import { locales, type Locale } from '../../src/domain/vocabulary.ts';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { facetValues } from '../../src/search/facets.ts';
import { buildSearchDocuments } from '../../src/search/ranking/build-documents.ts';
import type { ListedDocument } from '../../src/search/ranking/listed-library.ts';
import { searchLibrary, type LibraryQuery } from '../../src/search/ranking/search-library.ts';
import { withoutFilters } from '../../src/search/search-state.ts';
import { articlesOfOtherWords } from '../support/other-words.ts';
import { root } from '../support/root.ts';
import { readQuestions } from './evaluate/questions.ts';

/** Hits that the page shows first. */
const LIMIT = 6;

const { values, positionals } = parseArgs({
  options: { every: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const every = Number(values.every);
const sizes = positionals.map(Number);
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Usage: npm run bench:search -- 114 1000 5000');
  process.exit(2);
}

const { articles } = await readLibrary(root);
console.log(
  '| language | articles | files | build s | first file | a question, mean | largest | requests, mean | first | in six | ms, open | ms, mean |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const locale of locales) {
  const own = articles.map((article) => indexEntry(article, locale));
  for (const size of sizes) await measure(locale, grown(own, size));
}

async function measure(locale: Locale, entries: readonly IndexEntry[]): Promise<void> {
  const built = cpuSeconds();
  const files = searchFilesOf(locale, listed(entries));
  const seconds = cpuSeconds() - built;
  const bytesOf = new Map([...files].map(([path, json]) => [path, gzipSync(json).length]));
  const path = searchIndexPath(locale);
  const json = files.get(path) ?? '';

  const questions = readQuestions()
    .filter(({ slug, lang }) => slug !== '' && lang === locale)
    .filter((_, number) => number % every === 0);
  const slugs = new Map(entries.map(({ id, slug }) => [id, slug]));
  const results: { bytes: number; requests: number; place: number }[] = [];
  const opened = cpuSeconds();
  const warm = openLibraryFile(path, json, new JsonFiles(fetchFile));
  const openMs = 1000 * (cpuSeconds() - opened);
  for (const { slug, text } of questions) {
    const fetched: string[] = [];
    const cold = new JsonFiles((address) => {
      fetched.push(address);
      return fetchFile(address);
    });
    if (files.size > 1) await searchLibrary(openLibraryFile(path, json, cold), queryFor(text));
    const outcome = await searchLibrary(warm, queryFor(text));
    results.push({
      bytes: fetched.reduce((sum, address) => sum + (bytesOf.get(address) ?? 0), 0),
      requests: fetched.length,
      place: (outcome?.hits ?? []).findIndex(({ id }) => slugs.get(id) === slug),
    });
  }
  const started = cpuSeconds();
  for (const { text } of questions) await searchLibrary(warm, queryFor(text));
  const questionMs = (1000 * (cpuSeconds() - started)) / questions.length;

  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const share = (test: (place: number) => boolean) =>
    `${(100 * mean(results.map(({ place }) => Number(test(place))))).toFixed(1)} %`;
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  const cells = [
    ...[locale, entries.length, files.size, seconds.toFixed(1), kb(bytesOf.get(path) ?? 0)],
    ...[kb(mean(results.map(({ bytes }) => bytes))), kb(Math.max(...results.map((r) => r.bytes)))],
    mean(results.map(({ requests }) => requests)).toFixed(1),
    ...[share((place) => place === 0), share((place) => place >= 0)],
    ...[openMs.toFixed(0), questionMs.toFixed(1)],
  ];
  console.log(`| ${cells.join(' | ')} |`);

  async function fetchFile(address: string): Promise<unknown> {
    return JSON.parse(files.get(address) ?? '');
  }
}

function queryFor(text: string): LibraryQuery {
  return { state: withoutFilters({ q: text }), limit: LIMIT };
}

function grown(entries: readonly IndexEntry[], size: number): IndexEntry[] {
  const others = articlesOfOtherWords(entries, Math.max(0, size - entries.length));
  return [...others, ...entries.slice(0, size)];
}

function listed(entries: readonly IndexEntry[]): ListedDocument[] {
  const documents = buildSearchDocuments(entries);
  return entries.flatMap((entry, place) => {
    const document = documents[place];
    if (!document) return [];
    const labels = {
      project: entry.project,
      symptom: entry.symptom,
      status: 'Open',
      statusValue: 'open',
    };
    const facets = facetValues(
      { ...entry, platforms: [...entry.platforms], builds: [...entry.builds], status: 'open' },
      { id: entry.project, category: 'scientific' },
    );
    return [{ ...document, url: `/articles/${entry.slug}/`, labels, facets }];
  });
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
