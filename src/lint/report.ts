import { styleText } from 'node:util';
import { printable } from '../domain/text/characters.ts';
import type { Remark } from './remark.ts';

/** For people: grouped by file, with line and column, colored where the stream is a terminal. */
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
 * For GitHub Actions: a workflow command for each remark, which becomes an annotation of its line.
 * Commands end at a line end and are told apart by `%`, `:` and `,`, so these are escaped.
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

/** For programs: an array of objects with these fields and no others. */
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

/** `3 errors, 1 piece of advice`. */
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
