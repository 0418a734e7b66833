import { isMap, isScalar, parseDocument } from 'yaml';
import type { Facts } from '../domain/facts/facts.ts';

/** Longer values are written over several lines. */
const MAX_COLUMNS = 100;

const FENCE = '---\n';

/**
 * Returns an article with another value of `verified`, or one added before `published`. Everything else stays as it is.
 *
 * @param source the whole article
 */
export function setVerified(source: string, verified: NonNullable<Facts['verified']>): string {
  return setField(source, 'verified', flow(verified), 'published');
}

/** Returns an article with another value of `affected`, whose ranges have no conditions. */
export function setAffected(source: string, affected: Facts['affected']): string {
  const lines = affected.map((range) => `\n  - ${oneLine(range)}`);
  return setField(source, 'affected', lines.join(''), 'signatures');
}

/** Plain words need no quotes; versions and texts with spaces get them. */
const PLAIN = /^(?:\d{4}-\d\d-\d\d|[A-Za-z][\w.-]*)$/;

const fieldsOf = (value: object): string[] =>
  Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => {
      const text = String(field);
      return `${key}: ${PLAIN.test(text) ? text : JSON.stringify(text)}`;
    });

const oneLine = (value: object) => `{ ${fieldsOf(value).join(', ')} }`;

function flow(value: object): string {
  const line = oneLine(value);
  if (line.length <= MAX_COLUMNS) return line;
  return `\n  {\n${fieldsOf(value)
    .map((field) => `    ${field},\n`)
    .join('')}  }`;
}

/** @param next field before which a missing one is added */
function setField(source: string, field: string, value: string, next: string): string {
  const end = source.indexOf('\n---', FENCE.length) + 1;
  const yaml = source.slice(FENCE.length, end);
  const { contents } = parseDocument(yaml);
  if (!isMap(contents)) return source;
  const offsetOf = (name: string) => {
    const key = contents.items.find(({ key }) => isScalar(key) && key.value === name)?.key;
    return isScalar(key) ? key.range?.[0] : undefined;
  };
  const start = offsetOf(field) ?? offsetOf(next) ?? yaml.length;
  const isNew = offsetOf(field) === undefined;
  const later = contents.items
    .map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0))
    .filter((offset) => offset > start);
  const rest = isNew ? start : Math.min(...later, yaml.length);
  const text = value.startsWith('\n') ? `${field}:${value}\n` : `${field}: ${value}\n`;
  return FENCE + yaml.slice(0, start) + text + yaml.slice(rest) + source.slice(end);
}
