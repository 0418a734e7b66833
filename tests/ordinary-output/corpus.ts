import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ordinaryOutputFile,
  readRecords,
  type OrdinaryRun,
  type TemplateRecord,
} from '../../src/lint/ordinary-output.ts';
import { root } from '../support/root.ts';

/** A run with its templates. */
export interface CollectedRun extends OrdinaryRun {
  /** Number of lines and the first line of each template. */
  templates: ReadonlyMap<string, { lines: number; example: string }>;
}

/** Reads the runs of the file, with their templates. */
export function readCollectedRuns(): Map<string, CollectedRun> {
  const { runs, records } = readRecords(root);
  const all = runs.map((run) => ({
    ...run,
    templates: new Map<string, { lines: number; example: string }>(),
  }));
  for (const { template, example = template, counts } of records) {
    for (const [index, lines] of counts) all[index]?.templates.set(template, { lines, example });
  }
  return new Map(all.map((run) => [run.name, run]));
}

/** Writes the runs, sorted, so that the same runs give the same file. */
export function writeCollectedRuns(collected: Iterable<CollectedRun>): void {
  const sorted = [...collected].sort((a, b) => compare(a.name, b.name));
  const runs = sorted.map(({ templates: _, ...run }) => run);
  const lines = [runs, ...toRecords(sorted)].map((record) => JSON.stringify(record));
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  writeFileSync(path.join(root, ordinaryOutputFile), bytes);
}

function toRecords(runs: readonly CollectedRun[]): TemplateRecord[] {
  const records = new Map<string, { example?: string; counts: [number, number][] }>();
  runs.forEach(({ templates }, index) => {
    for (const [template, { lines, example }] of templates) {
      const record = records.get(template) ?? {
        ...(example !== template && { example }),
        counts: [],
      };
      record.counts.push([index, lines]);
      records.set(template, record);
    }
  });
  return [...records]
    .sort(([a], [b]) => compare(a, b))
    .map(([template, record]) => ({ template, ...record }));
}

/** Compares by code unit, which no locale changes. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
