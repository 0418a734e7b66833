import { readFileSync } from 'node:fs';
import path from 'node:path';
import { indexEntry } from '../../../src/content/to-index-entry.ts';
import type { Library, LibraryArticle } from '../../../src/content/read/library-model.ts';
import { localization } from '../../../src/diagnosis/clean/localized/localization.ts';
import { diagnose, type Finding } from '../../../src/diagnosis/diagnose.ts';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { rowFinder } from '../../../src/domain/lookup/find-row.ts';
import { rowsByTable } from '../../../src/domain/lookup/rows-by-table.ts';
import type { IndexEntry } from '../../../src/diagnosis/index/index-entry.ts';
import { readOrdinaryOutput } from '../../../src/lint/ordinary-output.ts';
import { root } from '../../support/root.ts';
import { halfOf, halves } from './questions.ts';
import { localized } from './localize-paste.ts';
import { amongOrdinaryLines, varied } from './vary-paste.ts';

/** Output of a program and the articles that explain it; none for an error that the library does not know. */
interface Sample {
  slugs: ReadonlySet<string>;
  kind: string;
  text: string;
}

/** Results of a number of samples. */
interface Counts {
  samples: number;
  first: number;
  inThree: number;
  wrong: number;
  silent: number;
}

export interface DiagnosisOptions {
  /** File with other samples: JSON Lines `{"slugs", "kind", "text"}`. */
  pastes?: string;
  /** Only every Nth sample is measured. */
  every: number;
  showsMisses: boolean;
}

/** Prints the tables of the diagnosis. */
export function evaluateDiagnosis(
  { articles, tables }: Library,
  { pastes, every, showsMisses }: DiagnosisOptions,
): void {
  const entries = articles.map((article) => indexEntry(article, 'en'));
  const findingsIn = diagnoser(entries, tables);
  const chosen = <T>(values: readonly T[]) => values.filter((_, place) => place % every === 0);
  const ordinary = readOrdinaryOutput(root).templates.map(({ example }) => example);
  const known = chosen([
    ...messageSamples(entries, ordinary, findingsIn),
    ...outputSamples(articles),
  ]);

  console.log('## Diagnosis: output of programs\n');
  console.log('| half | kind | samples | first | in three | wrong first | silent |');
  console.log('|---|---|---:|---:|---:|---:|---:|');
  for (const half of halves) {
    const own = known.filter(({ slugs }) => [...slugs].some((slug) => halfOf(slug) === half));
    printRows(half, own, findingsIn);
  }
  const others = pastes === undefined ? [] : readSamples(pastes);
  printRows(
    'file',
    others.filter(({ slugs }) => slugs.size > 0),
    findingsIn,
  );

  printLevels([...known, ...others], findingsIn);
  const unknown = others.filter(({ slugs }) => slugs.size === 0);
  printUnknown({ entries, tables }, { known, unknown, ordinary: chosen(ordinary) }, findingsIn);
  if (showsMisses) printMisses(known, findingsIn);
}

/** Diagnoses a text with the whole library. */
type Diagnoser = (text: string) => readonly Finding[];

function diagnoser(entries: readonly IndexEntry[], tables: Library['tables']): Diagnoser {
  const index = buildIndex(entries);
  const findRow = rowFinder(rowsByTable(tables));
  return (text) => diagnose(index, text, { localization, findRow }).findings;
}

/** Lines that a program printed when a fault was reproduced, with what people and tools do to them. */
function messageSamples(
  entries: readonly IndexEntry[],
  ordinary: readonly string[],
  findingsIn: Diagnoser,
): Sample[] {
  return entries.flatMap(({ slug, messages }) =>
    messages
      // A block of what is printed when all is well, or by a debugger, identifies nothing.
      .filter((message) => findingsIn(message).some((found) => found.slug === slug))
      .flatMap((message) => [
        ...[...varied(message), ...localized(message)].map(({ variation, text }) => ({
          slugs: new Set([slug]),
          kind: variation,
          text,
        })),
        {
          slugs: new Set([slug]),
          kind: 'among 300 ordinary lines',
          text: amongOrdinaryLines(message, ordinary),
        },
      ]),
  );
}

/** Output that was written for the library from reports of other projects. */
function outputSamples(articles: readonly LibraryArticle[]): Sample[] {
  const slugOf = new Map(
    articles.flatMap(({ slug, facts }) =>
      [slug, ...facts.aliases].map((name) => [name, slug] as const),
    ),
  );
  return readLines<{ brief: string; kind?: string; paste: string }>(
    'tests/fixtures/pastes/known.jsonl',
  ).flatMap(({ brief, kind, paste }) => {
    const slug = slugOf.get(brief.replace('--', '-'));
    return slug === undefined || kind === 'words'
      ? []
      : [{ slugs: new Set([slug]), kind: 'of other projects', text: paste }];
  });
}

function readSamples(file: string): Sample[] {
  return readLines<{ slugs: string[]; kind: string; text: string }>(file).map(
    ({ slugs, ...sample }) => ({ ...sample, slugs: new Set(slugs) }),
  );
}

function readLines<T>(file: string): T[] {
  return readFileSync(path.resolve(root, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function printRows(name: string, samples: readonly Sample[], findingsIn: Diagnoser): void {
  if (samples.length === 0) return;
  for (const kind of ['all', ...new Set(samples.map((sample) => sample.kind))]) {
    const counts = count(
      samples.filter((sample) => kind === 'all' || sample.kind === kind),
      findingsIn,
    );
    const { samples: total, first, inThree, wrong, silent } = counts;
    console.log(
      `| ${[name, kind, total, percent(first, total), percent(inThree, total), wrong, silent].join(' | ')} |`,
    );
  }
}

function count(samples: readonly Sample[], findingsIn: Diagnoser): Counts {
  const counts: Counts = { samples: samples.length, first: 0, inThree: 0, wrong: 0, silent: 0 };
  for (const { slugs, text } of samples) {
    const findings = findingsIn(text);
    if (findings.length === 0) counts.silent += 1;
    else if (isRight(findings, slugs)) counts.first += 1;
    else counts.wrong += 1;
    if (findings.slice(0, 3).some(({ slug }) => slugs.has(slug))) counts.inThree += 1;
  }
  return counts;
}

/** True if the first finding is right, or one of those that are shown as equally likely. */
function isRight(findings: readonly Finding[], slugs: ReadonlySet<string>): boolean {
  return findings.some(
    (finding, place) => (place === 0 || finding.isShared) && slugs.has(finding.slug),
  );
}

function printLevels(samples: readonly Sample[], findingsIn: Diagnoser): void {
  console.log('\n| level | answers | right |\n|---|---:|---:|');
  const results = samples.map(({ slugs, text }) => {
    const findings = findingsIn(text);
    return { level: levelOf(findings), isRight: isRight(findings, slugs) };
  });
  for (const level of ['This is it', 'One of these', 'Likely']) {
    const own = results.filter((result) => result.level === level);
    console.log(
      `| ${level} | ${own.length} | ${percent(own.filter((result) => result.isRight).length, own.length)} |`,
    );
  }
}

function levelOf([first]: readonly Finding[]): string {
  if (!first) return 'unknown';
  if (first.isShared) return 'One of these';
  return first.confidence === 'high' ? 'This is it' : 'Likely';
}

/** Prints how much of what the library does not know is answered all the same. */
function printUnknown(
  { entries, tables }: { entries: readonly IndexEntry[]; tables: Library['tables'] },
  samples: { known: readonly Sample[]; unknown: readonly Sample[]; ordinary: readonly string[] },
  findingsIn: Diagnoser,
): void {
  const { known, unknown, ordinary } = samples;
  const unrelated = readLines<{ paste: string }>('tests/fixtures/pastes/unrelated.jsonl');
  console.log('\n| errors that the library does not know | samples | answered |\n|---|---:|---:|');
  const print = (name: string, answered: readonly boolean[]) =>
    console.log(`| ${name} | ${answered.length} | ${answered.filter(Boolean).length} |`);
  const isAnswered = (text: string) => findingsIn(text).length > 0;
  print(
    'unrelated errors',
    unrelated.map(({ paste }) => isAnswered(paste)),
  );
  print('lines of ordinary output', ordinary.map(isAnswered));
  for (const kind of new Set(unknown.map((sample) => sample.kind))) {
    const own = unknown.filter((sample) => sample.kind === kind);
    print(
      kind,
      own.map(({ text }) => isAnswered(text)),
    );
  }
  const plain = known.filter(({ kind }) => kind === 'as printed' || kind === 'of other projects');
  print('its own article left out', leaveOneOut(entries, tables, plain));
}

/** Diagnoses each sample with an index that lacks its article; true if it is answered. */
function leaveOneOut(
  entries: readonly IndexEntry[],
  tables: Library['tables'],
  samples: readonly Sample[],
): boolean[] {
  const diagnosers = new Map<string, Diagnoser>();
  return samples.map(({ slugs, text }) => {
    const key = [...slugs].join();
    const others = () => entries.filter(({ slug }) => !slugs.has(slug));
    const findingsIn = diagnosers.get(key) ?? diagnoser(others(), tables);
    diagnosers.set(key, findingsIn);
    return findingsIn(text).length > 0;
  });
}

function printMisses(samples: readonly Sample[], findingsIn: Diagnoser): void {
  for (const { slugs, kind, text } of samples) {
    if ([...slugs].some((slug) => halfOf(slug) === 'evaluation')) continue;
    const findings = findingsIn(text);
    if (isRight(findings, slugs)) continue;
    const found = findings[0] ? `${findings[0].slug} by ${findings[0].signature}` : 'nothing';
    console.error(
      `${[...slugs].join()} (${kind}): found ${found}\n  ${JSON.stringify(text.slice(0, 300))}`,
    );
  }
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
