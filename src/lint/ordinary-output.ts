import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A program that was run, and what it printed. */
export interface OrdinaryRun {
  name: string;
  command: string;
  exitCode: number;
  /** Number of lines printed. */
  lines: number;
  /** Date of the run, as YYYY-MM-DD. */
  date: string;
  /** Ids of the faults of our library that the run shows; usually none. */
  faults: readonly string[];
}

/** A kind of line that programs print. */
export interface OrdinaryTemplate {
  template: string;
  /** The first line of this kind, as printed, but with neutral paths. */
  example: string;
  /** Number of lines of this kind. */
  lines: number;
  /** Names of the runs that print it. */
  runs: readonly string[];
}

/** Names of runs, or their positions in the list of runs, each with a number of lines. */
export type LineCounts<Key> = readonly (readonly [Key, number])[];

/** A line of the file after the first, which holds the runs. `example` is missing where it equals the template. */
export interface TemplateRecord {
  template: string;
  example?: string;
  counts: LineCounts<number>;
}

/** Output of programs when nothing is wrong, or when something is that no article is about. */
export interface OrdinaryOutput {
  runs: readonly OrdinaryRun[];
  templates: readonly OrdinaryTemplate[];
}

/** Path from the project's root. */
export const ordinaryOutputFile = 'tests/ordinary-output/templates.jsonl.gz';

/** Maximum size after decompression, in bytes: about ten times that of the file of 2026-11-30. */
const MAX_BYTES = 50e6;

/**
 * Reads the runs and the records as they are in the file; none if there is no file.
 *
 * @param root the project's root folder
 */
export function readRecords(root: string) {
  const file = path.join(root, ordinaryOutputFile);
  if (!existsSync(file)) return { runs: [], records: [] };
  const content = gunzipSync(readFileSync(file), { maxOutputLength: MAX_BYTES }).toString();
  const [first = '[]', ...rest] = content.trim().split('\n');
  const runs = JSON.parse(first) as OrdinaryRun[];
  return { runs, records: rest.map((line) => JSON.parse(line) as TemplateRecord) };
}

/**
 * Reads ordinary output; it is empty if there is no file.
 *
 * @param root the project's root folder
 */
export function readOrdinaryOutput(root: string): OrdinaryOutput {
  const { runs, records } = readRecords(root);
  const templates = records.map(({ template, example = template, counts }) => ({
    template,
    example,
    lines: counts.reduce((sum, [, lines]) => sum + lines, 0),
    runs: counts.map(([index]) => runs[index]?.name ?? ''),
  }));
  return { runs, templates };
}
