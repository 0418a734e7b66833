import type { Block, BlockPackage, BlockReader } from './block.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';
import { readRequirement } from './requirement.ts';
import { unquoted } from './yaml-records.ts';

/** The keys of conda's files, and of conda-lock's (`category`, `platforms`, `pip-repositories`). */
const KEY =
  /^(name|channels|dependencies|prefix|variables|category|platforms|pip-repositories):((?:[ \t].*)?)$/;
const ITEM = /^([ \t]{0,20})-[ \t]{1,9}(\S.*)$/;
const FLOW = /^[ \t]{0,9}\[([^[\]]*)\][ \t]{0,9}$/;

const SPEC_NAME = /^[A-Za-z0-9_][\w.-]{0,99}/;

/** One version and possibly its build: `=2.1.3=py313h4bf6692_0`, `==2.1.3`, `= 3.13`, ` 3.13`, `=3.13.*`. */
const SPEC_PIN = /^(={0,2})[ \t]{0,9}(\d[\w.!+]{0,99}?)(\.\*)?(?:[= ]([\w.*]{1,100}))?$/;

/** `=2.1` means any 2.1.x; with this many numbers it is taken for a single version. */
const RELEASE_NUMBERS = 3;

/**
 * Reads `environment.yml`, written by conda or by people.
 *
 * Reads line by line because a YAML parser takes quadratic time for hostile files.
 */
export const readEnvironmentFile: BlockReader = (lines, start) => {
  if (!KEY.test(lines[start] ?? '')) return undefined;
  const file = new EnvironmentFile();
  let end = start;
  while (end < lines.length && file.read(lines[end] ?? '', end)) end += 1;
  return file.hasDependencies ? file.toBlock(end) : { end, notUnderstood: [start] };
};

/** The dependencies of an `environment.yml`, collected line by line. */
class EnvironmentFile {
  hasDependencies = false;
  #section = '';
  /** Minimum indentation of the items below `pip:`; `undefined` outside of it. */
  #pipIndent: number | undefined;
  readonly #conda: CondaPackage[] = [];
  readonly #pip: BlockPackage[] = [];
  readonly #notFollowed: number[] = [];
  readonly #notUnderstood: number[] = [];

  /** Returns false for a line that does not belong to the file. */
  read(rawLine: string, index: number): boolean {
    const line = withoutComment(rawLine);
    if (line.trim() === '') return true;
    const [, key, value = ''] = KEY.exec(line) ?? [];
    if (key !== undefined) {
      this.#readKey(key, value, index);
      return true;
    }
    const [, indent = '', text = ''] = ITEM.exec(line) ?? [];
    if (text === '' && !/^\s/.test(line)) return false;
    if (this.#section === 'dependencies') this.#readItem(indent.length, text, index);
    return true;
  }

  #readKey(key: string, value: string, index: number): void {
    this.#section = key;
    this.#pipIndent = undefined;
    if (key !== 'dependencies') return;
    this.hasDependencies = true;
    const [, list] = FLOW.exec(value) ?? [];
    for (const text of list?.split(',') ?? []) this.#conda.push(...parseSpec(text, index));
  }

  #readItem(indent: number, text: string, index: number): void {
    if (unquoted(text) === 'pip:') {
      this.#pipIndent = indent + 1;
    } else if (this.#pipIndent !== undefined && indent >= this.#pipIndent) {
      this.#readRequirement(unquoted(text), index);
    } else {
      this.#pipIndent = undefined;
      const specs = parseSpec(text, index);
      if (specs.length === 0) this.#notUnderstood.push(index);
      this.#conda.push(...specs);
    }
  }

  #readRequirement(text: string, line: number): void {
    const requirement = readRequirement(text);
    if (requirement?.kind === 'package' || requirement?.kind === 'bare') {
      const { kind: _, ...found } = requirement;
      this.#pip.push({ ecosystem: 'PyPI', ...found, line });
    } else if (requirement?.kind === 'reference') this.#notFollowed.push(line);
    else if (!requirement) this.#notUnderstood.push(line);
  }

  toBlock(end: number): Block {
    const { packages, machine } = readCondaPackages(this.#conda);
    const all = [...packages, ...this.#pip];
    const isComplete = all.length > 0 && all.every(({ version }) => version !== undefined);
    return {
      kind: 'conda-environment',
      end,
      packages: all,
      machine,
      ...(isComplete && { completeFor: 'PyPI' as const }),
      notFollowed: this.#notFollowed,
      notUnderstood: this.#notUnderstood,
    };
  }
}

/** Parses `conda-forge::numpy=2.1.3=py313h4bf6692_0`, `python=3.13`, `numpy >=2,<3`, `numpy 2.1.*`; an empty list for anything else. */
function parseSpec(text: string, line: number): CondaPackage[] {
  const spec = unquoted(text);
  const own = spec.slice(spec.indexOf('::') < 0 ? 0 : spec.indexOf('::') + 2);
  const [name] = SPEC_NAME.exec(own) ?? [];
  if (name === undefined) return [];
  const [, operator, version = '', wildcard, build] =
    SPEC_PIN.exec(own.slice(name.length).trim()) ?? [];
  // `python=3.13.*` tells the series.
  const isPin =
    name === 'python' || (wildcard === undefined && isOneVersion(operator, version, build));
  return [{ name, ...(isPin && version !== '' && { version, build }), line }];
}

function isOneVersion(operator: string | undefined, version: string, build?: string): boolean {
  return operator === '==' || build !== undefined || version.split('.').length >= RELEASE_NUMBERS;
}

function withoutComment(line: string): string {
  const start = line.search(/(?:^|[ \t])#/);
  return start < 0 ? line : line.slice(0, start);
}
