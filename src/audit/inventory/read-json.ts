import type { Platform } from '../../domain/vocabulary.ts';
import type { Block, BlockReader, BlockPackage, ReadContext } from './block.ts';
import { platformNamed } from '../../domain/environment/platform-names.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';

/** How JSON that these tools write begins; `[notice]` does not. */
const START = /^[ \t]{0,9}(?:\[[ \t]{0,9}(?:\{|\]|$)|\{[ \t]{0,9}(?:"|\}|$))/;

/** Characters that stand outside of strings in JSON. */
const PLAIN = /[\s{}[\]:,0-9.eE+\-truefalsn]/;

const NAME = /"name"\s{0,9}:\s{0,9}"/g;
const KEY = /^\s{0,40}"([^"\\]{1,200})"\s{0,9}:\s{0,9}\{/;

/** Groups of a `Pipfile.lock`; what other keys hold is no package. */
const PIPFILE_GROUP = /^[^_]/;

type JsonObject = Record<string, unknown>;

/** `pip list --format=json`, `conda list --json`, `Pipfile.lock`. */
export const readJson: BlockReader = (lines, at, context) => {
  if (!START.test(lines[at] ?? '')) return undefined;
  const end = endOfJson(lines, at, context);
  if (end === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(lines.slice(at, end).join('\n'));
  } catch (error) {
    return { end, broken: { line: at, message: (error as Error).message } };
  }
  const own = lines.slice(at, end);
  const block = Array.isArray(data) ? readList(data, own, at) : readPipfile(data, own, at);
  return { notUnderstood: block ? [] : [at], ...block, end };
};

/**
 * The line behind the value that begins at a line: where its brackets are closed.
 *
 * @returns `undefined` where they never are, or where something stands that is no JSON
 */
function endOfJson(lines: readonly string[], at: number, context: ReadContext): number | undefined {
  let depth = 0;
  for (let index = at; index < lines.length; index++) {
    const line = lines[index] ?? '';
    context.jsonBudget -= line.length + 1;
    if (context.jsonBudget < 0) return undefined;
    let isString = false;
    for (let position = 0; position < line.length; position++) {
      const sign = line[position] ?? '';
      if (sign === '"') isString = !isString;
      else if (isString) position += sign === '\\' ? 1 : 0;
      else if (sign === '{' || sign === '[') depth += 1;
      else if (sign === '}' || sign === ']') depth -= 1;
      else if (!PLAIN.test(sign)) return undefined;
    }
    if (isString) return undefined;
    if (depth <= 0) return index + 1;
  }
  return undefined;
}

/** A list of objects with name and version: pip's, or conda's where they have a build as well. */
function readList(
  list: readonly unknown[],
  lines: readonly string[],
  at: number,
): Omit<Block, 'end'> | undefined {
  const entries = list.filter(
    (entry): entry is JsonObject & { name: string } =>
      isObject(entry) && typeof entry['name'] === 'string',
  );
  if (entries.length < list.length) return undefined;
  const lineOf = linesOfNames(lines, at, entries.length);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  if (!entries.some((entry) => 'build_string' in entry || 'dist_name' in entry)) {
    const packages = entries.map((entry, index): BlockPackage => ({
      ecosystem: 'PyPI',
      name: entry.name,
      ...versionOf(text(entry['version'])),
      line: lineOf(index),
    }));
    return { kind: 'pip-list-json', packages, completeFor: 'PyPI' };
  }
  const conda = entries.map((entry, index): CondaPackage => ({
    name: entry.name,
    ...versionOf(text(entry['version'])),
    build: text(entry['build_string']),
    isFromPyPI: entry['channel'] === 'pypi',
    line: lineOf(index),
  }));
  const { packages, machine } = readCondaPackages(conda);
  const platform = firstPlatform(entries.map((entry) => text(entry['platform']) ?? ''));
  return {
    kind: 'conda-list-json',
    packages,
    machine: { ...machine, ...(platform && { platform }) },
    completeFor: 'PyPI',
  };
}

function firstPlatform(subdirs: readonly string[]): Platform | undefined {
  return subdirs.map(platformNamed).find((platform) => platform !== undefined);
}

/** Where the names stand, one after the other; all at the first line where there are others too. */
function linesOfNames(
  lines: readonly string[],
  at: number,
  count: number,
): (index: number) => number {
  const found: number[] = [];
  lines.forEach((line, index) => {
    for (const _ of line.matchAll(NAME)) found.push(at + index);
  });
  return (index) => (found.length === count ? (found[index] ?? at) : at);
}

/** Its requirements (`_meta`) speak of any machine and are passed over. */
function readPipfile(
  data: unknown,
  lines: readonly string[],
  at: number,
): Omit<Block, 'end'> | undefined {
  if (!isObject(data) || !isObject(data['_meta']) || !isObject(data['default'])) return undefined;
  const keys = new Map<string, number>();
  lines.forEach((line, index) => {
    const [, key] = KEY.exec(line) ?? [];
    if (key !== undefined && !keys.has(key)) keys.set(key, at + index);
  });
  const packages = Object.entries(data)
    .filter(([group]) => PIPFILE_GROUP.test(group))
    .flatMap(([, group]) => (isObject(group) ? Object.entries(group) : []))
    .map(([name, entry]): BlockPackage => {
      const pin = isObject(entry) && typeof entry['version'] === 'string' ? entry['version'] : '';
      return {
        ecosystem: 'PyPI',
        name,
        ...versionOf(pin.startsWith('==') ? pin.replace(/^={2,3}/, '') : undefined),
        line: keys.get(name) ?? at,
      };
    });
  return { kind: 'pipfile-lock', packages, completeFor: 'PyPI' };
}

function versionOf(version: string | undefined): { version?: string } {
  return version === undefined ? {} : { version };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
