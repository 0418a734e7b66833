import { statSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from '../../support/built-site.ts';
import type { Measurement } from './measure-commands.ts';

/** Time and memory of a build, and the size of the site. */
export interface BuildResult extends Measurement {
  files: number;
  bytes: number;
  pages: number;
}

export interface Row {
  generator: string;
  articles: number;
  /** The result, or why there is none. */
  result: BuildResult | string;
}

const COLUMNS = [
  'generator',
  'articles',
  'seconds',
  'CPU seconds',
  'peak GiB',
  'files',
  'MB',
  'pages',
  'time / Starlight',
];

/** Counts the files of a built site. */
export function measureOutput(folder: string): Pick<BuildResult, 'files' | 'bytes' | 'pages'> {
  const files = filesOf(folder);
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0),
    pages: files.filter((file) => file.endsWith('.html')).length,
  };
}

/** Formats rows as a Markdown table; the last column compares rows with those of Starlight. */
export function formatTable(rows: readonly Row[]): string {
  const starlight = new Map(
    rows
      .filter(({ generator }) => generator.startsWith('Starlight'))
      .map(({ articles, result }) => [articles, typeof result === 'string' ? undefined : result]),
  );
  const lines = [
    COLUMNS,
    ['---', ...COLUMNS.slice(1).map(() => '---:')],
    ...rows.map((row) => cellsOf(row, starlight.get(row.articles))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf(
  { generator, articles, result }: Row,
  starlight: BuildResult | undefined,
): string[] {
  if (typeof result === 'string') {
    return [generator, String(articles), result, ...COLUMNS.slice(3).map(() => '')];
  }
  const { seconds, cpuSeconds, peakBytes, files, bytes, pages } = result;
  return [
    generator,
    String(articles),
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    (peakBytes / 2 ** 30).toFixed(2),
    String(files),
    (bytes / 1e6).toFixed(1),
    String(pages),
    starlight ? (seconds / starlight.seconds).toFixed(2) : '',
  ];
}
