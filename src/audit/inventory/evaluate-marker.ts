import type { MachineFacts } from '../../domain/environment/environment.ts';
import {
  pythonCoverage,
  readPython,
  type PythonRelease,
} from '../../domain/versions/python-release.ts';
import { isPythonSpecifier } from '../../domain/versions/versions.ts';
import type { Platform } from '../../domain/vocabulary.ts';

/** A fact of the machine that markers depend on. */
export type MarkerFact = 'python' | 'platform';

export interface MarkerResult {
  /** `undefined` if the marker depends on something unknown, or is not valid. */
  holds: boolean | undefined;
  /** The missing facts that could decide it; empty if `holds` is known. */
  missing: readonly MarkerFact[];
}

/** Maximum length of a marker in characters; those of universal lock files have some hundreds. */
const MAX_LENGTH = 20_000;

/** Maximum depth of nested parentheses. */
const MAX_DEPTH = 50;

/** A parenthesis, an operator, a string in either quotes, or a word. */
const TOKEN = /\s*(?:([()]|===|[=!~]=|[<>]=?)|'([^']*)'|"([^"]*)"|([a-z][\w.]*))/iy;

const PLATFORM_VALUES: ReadonlyMap<string, Readonly<Record<Platform, string>>> = new Map([
  ['sys_platform', { linux: 'linux', macos: 'darwin', windows: 'win32' }],
  ['platform_system', { linux: 'Linux', macos: 'Darwin', windows: 'Windows' }],
  ['os_name', { linux: 'posix', macos: 'posix', windows: 'nt' }],
]);

/** The comparison with its sides swapped: `"3.10" <= python_version` is `python_version >= "3.10"`. */
const SWAPPED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
  ['==', '=='],
  ['!=', '!='],
]);

/**
 * Evaluates an environment marker for a machine. Only Python and the platform are known of it: a comparison with another
 * variable, such as `platform_machine`, `implementation_name` or `extra`, stays open.
 *
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
export function evaluateMarker(marker: string, machine: MachineFacts): MarkerResult {
  const tokens = tokensOf(marker);
  const evaluation = new MarkerEvaluation(tokens ?? [], machine);
  const holds = evaluation.run();
  return { holds, missing: holds === undefined ? [...evaluation.missing] : [] };
}

interface Token {
  kind: 'symbol' | 'text' | 'word';
  value: string;
}

/** Returns `undefined` for a text with anything else in it. */
function tokensOf(marker: string): Token[] | undefined {
  const text = marker.trim();
  if (text.length > MAX_LENGTH) return undefined;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, symbol, single, double, word] = match;
    if (symbol !== undefined) tokens.push({ kind: 'symbol', value: symbol });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word.replace('.', '_') });
    else tokens.push({ kind: 'text', value: single ?? double ?? '' });
  }
  return tokens;
}

/** The marker is not valid. */
class InvalidMarker extends Error {}

/** Parses and evaluates at once, by the rules of three-valued logic. */
class MarkerEvaluation {
  readonly missing = new Set<MarkerFact>();
  readonly #tokens: readonly Token[];
  readonly #platform: Platform | undefined;
  readonly #python: PythonRelease | undefined;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], { python, platform }: MachineFacts) {
    this.#tokens = tokens;
    this.#platform = platform;
    this.#python = python === undefined ? undefined : readPython(python);
  }

  run(): boolean | undefined {
    try {
      const holds = this.#any();
      return this.#next === this.#tokens.length ? holds : undefined;
    } catch (error) {
      if (error instanceof InvalidMarker) return undefined;
      throw error;
    }
  }

  #any(): boolean | undefined {
    const parts = [this.#all()];
    while (this.#skip('or')) parts.push(this.#all());
    if (parts.includes(true)) return true;
    return parts.includes(undefined) ? undefined : false;
  }

  #all(): boolean | undefined {
    const parts = [this.#operand()];
    while (this.#skip('and')) parts.push(this.#operand());
    if (parts.includes(false)) return false;
    return parts.includes(undefined) ? undefined : true;
  }

  #operand(): boolean | undefined {
    if (!this.#skip('(')) return this.#comparison();
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new InvalidMarker();
    const holds = this.#any();
    this.#depth -= 1;
    if (!this.#skip(')')) throw new InvalidMarker();
    return holds;
  }

  #comparison(): boolean | undefined {
    const left = this.#value();
    const operator = this.#operator();
    const right = this.#value();
    if (left.kind === 'word' && right.kind === 'text') {
      return this.#compare(left.value, operator, right.value);
    }
    if (left.kind !== 'text' || right.kind !== 'word') return undefined;
    const swapped = operator.endsWith('in') ? `${operator} of` : SWAPPED.get(operator);
    return swapped === undefined ? undefined : this.#compare(right.value, swapped, left.value);
  }

  #value(): Token {
    const token = this.#tokens[this.#next];
    if (!token || token.kind === 'symbol') throw new InvalidMarker();
    this.#next += 1;
    return token;
  }

  #operator(): string {
    if (this.#skip('in')) return 'in';
    if (this.#skip('not')) {
      if (!this.#skip('in')) throw new InvalidMarker();
      return 'not in';
    }
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'symbol' || '()'.includes(token.value)) throw new InvalidMarker();
    this.#next += 1;
    return token.value;
  }

  /** Skips a parenthesis or a keyword. */
  #skip(value: string): boolean {
    const token = this.#tokens[this.#next];
    if (!token || token.kind === 'text' || token.value !== value) return false;
    this.#next += 1;
    return true;
  }

  #compare(variable: string, operator: string, value: string): boolean | undefined {
    if (variable === 'python_version' || variable === 'python_full_version') {
      const holds = this.#comparePython(variable === 'python_version', operator, value);
      if (holds === undefined) this.missing.add('python');
      return holds;
    }
    const values = PLATFORM_VALUES.get(variable);
    if (!values) return undefined;
    if (this.#platform) return compareText(values[this.#platform], operator, value);
    this.missing.add('platform');
    return undefined;
  }

  #comparePython(isSeries: boolean, operator: string, value: string): boolean | undefined {
    if (!this.#python) return undefined;
    const { series, release, isFreeThreaded } = this.#python;
    const text = isSeries ? series : release;
    const specifier = `${operator} ${value}`;
    if (!isPythonSpecifier(specifier)) {
      return text === undefined ? undefined : compareText(text, operator, value);
    }
    const python = { series, isFreeThreaded, ...(text !== undefined && { release: text }) };
    const coverage = pythonCoverage(specifier, python);
    return coverage === 'part' ? undefined : coverage === 'whole';
  }
}

/** `in of` means that the variable was on the right: `"linux" in sys_platform`. */
function compareText(own: string, operator: string, value: string): boolean | undefined {
  switch (operator) {
    case '==':
    case '===':
      return own === value;
    case '!=':
      return own !== value;
    case 'in':
      return value.includes(own);
    case 'not in':
      return !value.includes(own);
    case 'in of':
      return own.includes(value);
    case 'not in of':
      return !own.includes(value);
    default:
      return undefined;
  }
}
