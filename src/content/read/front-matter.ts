import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import {
  type Document,
  isAlias,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { characterViolation, lineViolations } from '../validate/forbidden-characters.ts';

/** In UTF-16 units. Longer front matter is rejected unread. */
const MAX_LENGTH = 20_000;

/** Limits of a YAML text. */
interface YamlLimits {
  /** In UTF-16 units. */
  maxLength?: number;
  /** Each level counts twice. */
  maxDepth?: number;
}

/** Facts are lists of mappings of texts. Each level counts twice: the pair, then its value. */
const MAX_DEPTH = 10;

/** Where Astro ends the front matter of MDX files, which it splits itself. */
const END = /^(?:---|\+\+\+)/;

/** Parsed YAML and the lines of its values. */
interface ParsedYaml {
  data: unknown;
  /** Returns the 1-based line in the file of the value at `path`, or of its nearest existing parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

export interface FrontMatter extends ParsedYaml {
  /** Text after the front matter. */
  body: string;
  /** 1-based line of the file on which `body` begins. */
  bodyLine: number;
}

/** Front matter that cannot be parsed or is not allowed. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  /** 1-based line of the file. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;

  constructor(line: number, found: string, expected: string) {
    super(`${found}; ${expected}`);
    this.line = line;
    this.found = found;
    this.expected = expected;
  }
}

/**
 * Splits a content file into front matter and text.
 *
 * @throws {FrontMatterError} if there is no front matter or `parseYaml` rejects it
 */
export function readFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && END.test(line));
  if (lines[0]?.trimEnd() !== '---' || end < 0) {
    throw new FrontMatterError(1, 'no front matter', 'the facts between two lines of ---');
  }
  if (lines[end]?.trimEnd() !== '---') {
    throw new FrontMatterError(
      end + 1,
      'a line that begins with --- or +++',
      'such a line only at the end of the front matter',
    );
  }
  const yaml = parseYaml(`${lines.slice(1, end).join('\n')}\n`, 1);
  rejectUnlessReadByAstro(source);
  // A slice, since it shares the memory of the source. Empty if the file ends with its front matter.
  const start = lines.slice(0, end + 1).join('\n').length + 1;
  return { ...yaml, body: source.slice(start), bodyLine: end + 2 };
}

/** Astro reads the files of articles again, with a parser that accepts less; its errors would stop the build. */
function rejectUnlessReadByAstro(source: string): void {
  try {
    parseFrontmatter(source);
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    throw new FrontMatterError(
      (mark?.line ?? 0) + 1,
      `YAML that Astro does not parse (${reason ?? String(error)})`,
      'plain YAML, each key on one line with its colon',
    );
  }
}

/**
 * Parses YAML with the core schema. Rejects tags, anchors and aliases (they can expand exponentially), duplicate keys
 * and hidden characters. Dates stay strings.
 *
 * @param lineOffset number of lines above `source` in its file
 * @throws {FrontMatterError} if the YAML is invalid, too long, too deep or not plain
 */
export function parseYaml(
  source: string,
  lineOffset = 0,
  { maxLength = MAX_LENGTH, maxDepth = MAX_DEPTH }: YamlLimits = {},
): ParsedYaml {
  if (source.length > maxLength) {
    throw new FrontMatterError(1, `${source.length} characters of YAML`, `at most ${maxLength}`);
  }
  const [violation] = lineViolations(source);
  if (violation) {
    const { line, found, expected } = violation;
    throw new FrontMatterError(line + lineOffset, found, expected);
  }
  try {
    return parsePlainYaml(source, lineOffset, maxDepth);
  } catch (error) {
    // The parser overflows the stack.
    if (error instanceof RangeError) throw tooDeep(1 + lineOffset);
    throw error;
  }
}

const tooDeep = (line: number) =>
  new FrontMatterError(line, 'YAML that is nested too deeply', 'lists of mappings of text');

function parsePlainYaml(source: string, lineOffset: number, maxDepth: number): ParsedYaml {
  const { document, lineAt } = treeOf(source, lineOffset);
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    const line = lineAt(error.pos[0]);
    if (error.message.startsWith('Maximum call stack')) throw tooDeep(line);
    throw new FrontMatterError(line, `YAML that does not parse (${error.message})`, 'plain YAML');
  }
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && typeof key.value === 'string') return;
      const range = isNode(key) ? key.range : isNode(value) ? value.range : undefined;
      throw new FrontMatterError(
        lineAt(range?.[0]),
        'a key that is not text',
        'the name of a field',
      );
    },
    Node: (_, node, path) => {
      const line = lineAt(node.range?.[0]);
      if (path.length > maxDepth) throw tooDeep(line);
      rejectUnlessPlain(node, line);
    },
  });
  return {
    data: document.toJS({ maxAliasCount: 0 }),
    lineOf: lineFinder(source, lineOffset),
  };
}

function treeOf(source: string, lineOffset: number) {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    logLevel: 'error',
    schema: 'core',
    merge: false,
    prettyErrors: false,
  });
  return { document, lineAt: (offset = 0) => lines.linePos(offset).line + lineOffset };
}

/** Parses again when a line is asked for: few files have problems, and trees are a quarter of the memory of a library. */
function lineFinder(source: string, lineOffset: number): ParsedYaml['lineOf'] {
  let tree: ReturnType<typeof treeOf> | undefined;
  return (path) => {
    tree ??= treeOf(source, lineOffset);
    return tree.lineAt(offsetOf(tree.document, path));
  };
}

function rejectUnlessPlain(node: Node, line: number): void {
  if (isScalar(node) && typeof node.value === 'string') {
    const violation = characterViolation(node.value);
    if (violation) throw new FrontMatterError(line, violation.found, violation.expected);
  }
  const found = isAlias(node) ? `*${node.source}` : node.anchor ? `&${node.anchor}` : node.tag;
  if (!found) return;
  throw new FrontMatterError(line, found, 'plain YAML without anchors, aliases and tags');
}

/** Returns the offset of the value at `path`, or of its nearest existing parent. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
