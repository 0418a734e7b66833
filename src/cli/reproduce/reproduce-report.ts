import { truncate } from '../../domain/text/truncate.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { oneLine, styleText } from '../shared/output.ts';
import {
  articleStatuses,
  type ArticleResult,
  type ArticleStatus,
  type Summary,
} from './article-status.ts';

const STATUS: Record<ArticleStatus, string> = {
  'as-claimed': 'as claimed',
  'mechanism-only': 'mechanism only',
  differs: 'differs',
  blocked: 'blocked',
  'cannot-run': 'cannot run here',
  interrupted: 'interrupted',
  'nothing-to-run': 'nothing to run',
  skipped: 'skipped',
  'no-reproduction': 'no reproduction',
};

/** Lines of output shown for a step that differs. */
const MAX_OUTPUT_LINES = 15;

/** Length of the note on an article. Chosen: most reasons and versions fit. */
const MAX_NOTE_LENGTH = 90;

/** Returns the report for a terminal: what went wrong, then a table, then the summary. */
export function formatReport(articles: readonly ArticleResult[], summary: Summary): string {
  const run = articles.filter(({ results }) => results.length > 0);
  const isSingle = articles.length === 1 && run.length === 1;
  const sections = [
    run.flatMap((article) => problemLines(article, isSingle)),
    isSingle ? partTable(run) : articleTable(articles),
    summaryLines(summary, articles.length),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** Returns one line for each article. */
function articleTable(articles: readonly ArticleResult[]): string[] {
  if (articles.length === 0) return [];
  const rows = articles.map((article) => {
    const { id, slug, status, results } = article;
    const done = results.filter((result) => result.status === 'as-claimed').length;
    const parts = results.length > 0 ? `${done}/${results.length}` : '';
    const seconds = results.reduce((total, result) => total + result.seconds, 0);
    const time = results.length > 0 ? `${seconds.toFixed(1)} s` : '';
    return [id, STATUS[status], parts, time, slug, truncate(noteOn(article), MAX_NOTE_LENGTH)];
  });
  return alignColumns([['Article', 'Result', 'Parts', 'Time', 'Name', 'Note'], ...rows]);
}

/** Returns the note beside the result: why it is so, or the versions that were run. */
function noteOn({ status, skip, results }: ArticleResult): string {
  if (skip !== undefined) return skip;
  if (status === 'differs' || status === 'blocked') {
    const parts = results.filter((result) => result.status === status);
    return parts.map(({ case: name, part }) => `${name} ${part}`).join(', ');
  }
  const reason = results.find((result) => result.reason !== undefined)?.reason;
  if (reason !== undefined) return oneLine(reason);
  const [first] = results;
  const main = results.filter(({ case: name, part }) => name === first?.case && part !== 'advice');
  return main.flatMap(({ versions }) => versions ?? []).join(' → ');
}

/** Returns one line for each part of the articles. */
function partTable(articles: readonly ArticleResult[]): string[] {
  const rows = articles.flatMap(({ id, slug, results }) =>
    results.map((result) => [
      id,
      result.case,
      result.part,
      STATUS[result.status],
      `${result.seconds.toFixed(1)} s`,
      result.versions ?? '',
      slug,
    ]),
  );
  return alignColumns([['Article', 'Case', 'Part', 'Result', 'Time', 'Versions', ''], ...rows]);
}

/**
 * Returns what each part that is not as claimed did instead, and where kept folders are.
 *
 * @param hasReasons whether to say why a part cannot run here, too, which the table of articles does itself
 */
function problemLines({ id, results }: ArticleResult, hasReasons: boolean): string[] {
  const lines: string[] = [];
  for (const { case: name, part, status, mismatch, output, reason, folder } of results) {
    const title = `${id} ${name} ${part}`;
    if (mismatch) {
      lines.push(
        styleText('bold', `${title}: ${oneLine(mismatch.command)}`),
        `  expected: ${mismatch.expected}`,
        `  found:    ${mismatch.found}`,
        ...lastLines(output ?? '').map((line) => `  | ${line}`),
      );
    } else if (reason !== undefined && (hasReasons || status === 'blocked')) {
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

/** Returns the number of articles by result, the time, and why articles cannot run. */
function summaryLines(
  { counts, seconds, cannotRun, isInterrupted }: Summary,
  total: number,
): string[] {
  const parts = articleStatuses.flatMap((status) => {
    const count = counts[status];
    const text = status === 'differs' && count > 1 ? 'differ' : STATUS[status];
    return count > 0 ? [`${count} ${text}`] : [];
  });
  const articles = `${total} ${total === 1 ? 'article' : 'articles'}`;
  const rows = cannotRun.map(({ reason, ids }) => [`  ${ids.length}`, oneLine(reason)]);
  return [
    `${articles} in ${seconds} s: ${parts.join(', ') || 'nothing to run'}`,
    ...(rows.length > 0 ? ['Cannot run here:', ...alignColumns(rows)] : []),
    ...(isInterrupted ? ['Interrupted: the other articles were not run.'] : []),
  ];
}
