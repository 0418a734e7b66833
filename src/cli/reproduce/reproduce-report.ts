import { oneLine, styleText } from '../shared/output.ts';
import { alignColumns } from '../shared/align-columns.ts';
import type { PartResult } from '../../reproduce/run-reproduction.ts';
import type { ArticleResult } from './run-articles.ts';

const STATUS: Record<PartResult['status'], string> = {
  'as-claimed': 'as claimed',
  differs: 'differs',
  blocked: 'not installed',
  'cannot-run': 'cannot run here',
};

/** Lines of output shown for a step that differs. */
const MAX_OUTPUT_LINES = 15;

/** Returns the table of all parts, with a header. */
export function reportTable(articles: readonly ArticleResult[]): string[] {
  const rows = articles.flatMap(({ id, slug, skip, results }) => [
    ...(skip === undefined ? [] : [[id, '', '', 'skipped', '', '', slug]]),
    ...results.map((result) => [
      id,
      result.case,
      result.part,
      STATUS[result.status],
      `${result.seconds.toFixed(1)} s`,
      result.versions ?? '',
      slug,
    ]),
  ]);
  return rows.length === 0
    ? []
    : alignColumns([['Article', 'Case', 'Part', 'Result', 'Time', 'Versions', ''], ...rows]);
}

/** Returns what each part that is not as claimed did instead, and where kept folders are. */
export function reportDetails({ id, skip, results }: ArticleResult): string[] {
  const lines = skip === undefined ? [] : [`${id}: ${skip}`];
  for (const { case: name, part, status, mismatch, output, reason, folder } of results) {
    const title = `${id} ${name} ${part}`;
    if (mismatch) {
      lines.push(
        styleText('bold', `${title}: ${oneLine(mismatch.command)}`),
        `  expected: ${mismatch.expected}`,
        `  found:    ${mismatch.found}`,
        ...lastLines(output ?? '').map((line) => `  | ${line}`),
      );
    } else if (reason !== undefined) {
      const [first = '', ...rest] = reason.split('\n');
      lines.push(`${title}: ${STATUS[status]}: ${first}`, ...rest.map((line) => `  | ${line}`));
    }
    if (folder !== undefined) lines.push(`${title}: kept ${folder}`);
  }
  return lines;
}

function lastLines(output: string): string[] {
  const lines = output.trimEnd().split('\n');
  return lines.length > MAX_OUTPUT_LINES ? ['...', ...lines.slice(-MAX_OUTPUT_LINES)] : lines;
}

/** `2 articles: 3 as claimed, 1 differs; 98 articles have no reproduction` */
export function reportSummary(articles: readonly ArticleResult[], without: number): string {
  const results = articles.flatMap((article) => article.results);
  const counts = Object.entries(STATUS)
    .map(([status, text]) => [results.filter((one) => one.status === status).length, text] as const)
    .filter(([count]) => count > 0)
    .map(([count, text]) => `${count} ${text}`);
  const skipped = articles.filter(({ skip }) => skip !== undefined).length;
  if (skipped > 0) counts.push(`${skipped} skipped`);
  const rest =
    without === 0
      ? ''
      : `; ${without} ${without === 1 ? 'article has' : 'articles have'} no reproduction`;
  return `${articles.length} ${articles.length === 1 ? 'article' : 'articles'}: ${counts.join(', ') || 'nothing ran'}${rest}`;
}
