import { styleText } from 'node:util';
import { printable } from '../domain/text/characters.ts';
import type { Remark } from './remark.ts';

/** Formats remarks as text: grouped by file, with line and column, colored if the stream is a terminal. */
export function formatText(remarks: readonly Remark[]): string[] {
  const width = Math.max(0, ...remarks.map((remark) => place(remark).length));
  const ruleWidth = Math.max(0, ...remarks.map(({ rule }) => rule.length));
  const groups = Map.groupBy(remarks, ({ file }) => file);
  return [...groups].flatMap(([file, group], at) => [
    ...(at === 0 ? [] : ['']),
    styleText('underline', oneLine(file)),
    ...group.map((remark) => {
      const { severity, rule, message } = remark;
      const color = severity === 'error' ? 'red' : 'yellow';
      return [
        `  ${place(remark).padStart(width)}`,
        styleText(color, severity.padEnd(6)),
        styleText('dim', rule.padEnd(ruleWidth)),
        oneLine(message),
      ].join('  ');
    }),
  ]);
}

/**
 * Formats remarks as workflow commands, which GitHub shows as annotations. Line breaks, `%`, `:` and `,` are escaped.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGitHub(remarks: readonly Remark[]): string[] {
  return remarks.map(({ file, line, column, severity, rule, message }) => {
    const properties = [
      ['file', file],
      ['line', line],
      ['col', column],
      ['title', `known-faults/${rule}`],
    ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(`${value}`)}`]));
    const command = severity === 'error' ? 'error' : 'warning';
    return `::${command} ${properties.join(',')}::${data(message)}`;
  });
}

/** Formats remarks as a JSON array of objects with exactly these fields. */
export function formatJson(remarks: readonly Remark[]): string {
  const objects = remarks.map(({ file, line, column, severity, rule, found, wanted, message }) => ({
    file,
    line,
    column,
    severity,
    rule,
    found,
    wanted,
    message,
  }));
  return JSON.stringify(objects, null, 2);
}

/** Counts remarks: `3 errors, 1 piece of advice`. */
export function summary(remarks: readonly Remark[]): string {
  const errors = remarks.filter(({ severity }) => severity === 'error').length;
  const advice = remarks.length - errors;
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`;
}

const place = ({ line, column }: Remark) =>
  line === undefined ? '' : `${line}${column === undefined ? '' : `:${column}`}`;

const oneLine = (text: string) => printable(text.replace(/[\r\n]+/g, ' '));

const data = (text: string) =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
