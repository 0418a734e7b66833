import type { LintMessage } from '../../lint/lint-message.ts';
import { oneLine, styleText } from '../shared/output.ts';

/** Formats messages for people, grouped by file. Colored if stdout supports it. */
export function formatText(messages: readonly LintMessage[]): string[] {
  const placeWidth = Math.max(0, ...messages.map((message) => place(message).length));
  const ruleWidth = Math.max(0, ...messages.map(({ rule }) => rule.length));
  const groups = Map.groupBy(messages, ({ file }) => file);
  return [...groups].flatMap(([file, group], index) => [
    ...(index === 0 ? [] : ['']),
    styleText('underline', oneLine(file)),
    ...group.map((message) => {
      const { severity, rule } = message;
      const color = severity === 'error' ? 'red' : 'yellow';
      return [
        `  ${place(message).padStart(placeWidth)}`,
        styleText(color, severity.padEnd(6)),
        styleText('dim', rule.padEnd(ruleWidth)),
        oneLine(message.message),
      ].join('  ');
    }),
  ]);
}

/**
 * Formats messages as GitHub workflow commands, which become annotations of their lines.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGitHub(messages: readonly LintMessage[]): string[] {
  return messages.map(({ file, line, column, severity, rule, message }) => {
    const properties = [
      ['file', file],
      ['line', line],
      ['col', column],
      ['title', `known-faults/${rule}`],
    ].flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${escapeProperty(`${value}`)}`],
    );
    const command = severity === 'error' ? 'error' : 'warning';
    return `::${command} ${properties.join(',')}::${escapeData(message)}`;
  });
}

/** Formats messages as a JSON array. Scripts rely on these fields. */
export function formatJson(messages: readonly LintMessage[]): string {
  const fields = ['file', 'line', 'column', 'severity', 'rule', 'found', 'wanted', 'message'];
  return JSON.stringify(messages, fields, 2);
}

/** Counts messages: `3 errors, 1 piece of advice`. */
export function summary(messages: readonly LintMessage[]): string {
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const advice = messages.length - errors;
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`;
}

const place = ({ line, column }: LintMessage) =>
  line === undefined ? '' : `${line}${column === undefined ? '' : `:${column}`}`;

const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string) =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
