import type { Platform } from '../../domain/vocabulary.ts';
import type { Block, BlockMachine, BlockReader, BlockPackage, ReadContext } from './block.ts';
import { platformNamed } from '../../domain/environment/platform-names.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';

/** The beginning of the JSON that these tools write; pip's `[notice]` does not match. */
const START = /^[ \t]{0,9}(?:\[[ \t]{0,9}(?:\{|\]|$)|\{[ \t]{0,9}(?:"|\}|$))/;

/** Characters of JSON outside strings. */
const PLAIN = /[\s{}[\]:,0-9.eE+\-truefalsn]/;

const NAME = /"name"\s{0,9}:\s{0,9}"/g;
const KEY = /^\s{0,40}"([^"\\]{1,200})"\s{0,9}:\s{0,9}\{/;

/** Groups of packages in a `Pipfile.lock`. */
const PIPFILE_GROUP = /^[^_]/;

type JsonObject = Record<string, unknown>;

/**
 * Reads `pip list --format=json`, `conda list --json`, `pip inspect`, `Pipfile.lock`, and the configuration that NumPy and
 * SciPy print as JSON if PyYAML is not installed.
 */
export const readJson: BlockReader = (lines, start, context) => {
  if (!START.test(lines[start] ?? '')) return undefined;
  const end = endOfJson(lines, start, context);
  if (end === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(lines.slice(start, end).join('\n'));
  } catch (error) {
    return { end, broken: { line: start, message: (error as Error).message } };
  }
  const own = lines.slice(start, end);
  const block = Array.isArray(data)
    ? readList(data, own, start)
    : (readPipfile(data, own, start) ?? readPipInspect(data, own, start) ?? readConfig(data));
  return { notUnderstood: block ? [] : [start], ...block, end };
};

/**
 * Returns the index of the line after the value that begins at a line.
 *
 * @returns `undefined` if its brackets are never closed or it is not JSON
 */
function endOfJson(
  lines: readonly string[],
  start: number,
  context: ReadContext,
): number | undefined {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    context.jsonBudget -= line.length + 1;
    if (context.jsonBudget < 0) return undefined;
    const change = depthChange(line);
    if (change === undefined) return undefined;
    depth += change;
    if (depth <= 0) return index + 1;
  }
  return undefined;
}

/** Returns how many more brackets a line opens than it closes; `undefined` for a line that is not JSON. */
function depthChange(line: string): number | undefined {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === '"') isString = !isString;
    else if (isString) index += character === '\\' ? 1 : 0;
    else if (!PLAIN.test(character)) return undefined;
    else if ('{['.includes(character)) depth += 1;
    else if ('}]'.includes(character)) depth -= 1;
  }
  return isString ? undefined : depth;
}

/** Reads a list of objects with name and version: conda's if they have a build, or else pip's. */
function readList(
  list: readonly unknown[],
  lines: readonly string[],
  start: number,
): Omit<Block, 'end'> | undefined {
  const entries = list.filter(
    (entry): entry is JsonObject & { name: string } =>
      isObject(entry) && typeof entry['name'] === 'string',
  );
  if (entries.length < list.length) return undefined;
  const lineOf = linesOfNames(lines, start, entries.length);
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

/** Returns the lines of the names in order; the first line for all if there are other names too. */
function linesOfNames(
  lines: readonly string[],
  start: number,
  count: number,
): (index: number) => number {
  const found: number[] = [];
  lines.forEach((line, index) => {
    for (const _ of line.matchAll(NAME)) found.push(start + index);
  });
  return (index) => (found.length === count ? (found[index] ?? start) : start);
}

/** Reads a `Pipfile.lock`. Its requirements (`_meta`) apply to any machine and are ignored. */
function readPipfile(
  data: unknown,
  lines: readonly string[],
  start: number,
): Omit<Block, 'end'> | undefined {
  if (!isObject(data) || !isObject(data['_meta']) || !isObject(data['default'])) return undefined;
  const keys = new Map<string, number>();
  lines.forEach((line, index) => {
    const [, key] = KEY.exec(line) ?? [];
    if (key !== undefined && !keys.has(key)) keys.set(key, start + index);
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
        ...(isObject(entry) &&
          typeof entry['markers'] === 'string' && { marker: entry['markers'] }),
        line: keys.get(name) ?? start,
      };
    });
  return { kind: 'pipfile-lock', packages, completeFor: 'PyPI' };
}

/**
 * Reads `pip inspect`.
 *
 * @see https://pip.pypa.io/en/stable/reference/inspect-report/
 */
function readPipInspect(
  data: unknown,
  lines: readonly string[],
  start: number,
): Omit<Block, 'end'> | undefined {
  if (!isObject(data) || !Array.isArray(data['installed'])) return undefined;
  const entries = data['installed'].flatMap((entry: unknown) => {
    const metadata = isObject(entry) ? entry['metadata'] : undefined;
    return isObject(metadata) && typeof metadata['name'] === 'string' ? [metadata] : [];
  });
  const lineOf = linesOfNames(lines, start, entries.length);
  const packages = entries.map(({ name, version }, index): BlockPackage => ({
    ecosystem: 'PyPI',
    name: String(name),
    ...(typeof version === 'string' && { version }),
    line: lineOf(index),
  }));
  const environment = isObject(data['environment']) ? data['environment'] : {};
  const { python_full_version: python, sys_platform: platform } = environment;
  const machine: BlockMachine = {
    ...(typeof python === 'string' && { python }),
    ...(typeof platform === 'string' && { platform: platformNamed(platform) }),
  };
  return { kind: 'pip-inspect', packages, machine, completeFor: 'PyPI' };
}

/** Reads `numpy.show_config()` and `scipy.show_config()`, which describe the machine that built the wheel. */
function readConfig(data: unknown): Omit<Block, 'end'> | undefined {
  if (!isObject(data) || !isObject(data['Build Dependencies'])) return undefined;
  const section = (value: unknown) => (isObject(value) ? value : {});
  const { system } = section(section(data['Machine Information'])['host']);
  const { version } = section(data['Python Information']);
  const machine: BlockMachine = {
    isHint: true,
    ...(typeof system === 'string' && { platform: platformNamed(system) }),
    ...(typeof version === 'string' && { python: version }),
  };
  const kind = 'pybind11' in data['Build Dependencies'] ? 'scipy-config' : 'numpy-config';
  return { kind, machine };
}

function versionOf(version: string | undefined): { version?: string } {
  return version === undefined ? {} : { version };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
