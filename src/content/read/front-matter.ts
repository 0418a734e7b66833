import { type Document, isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { characterViolations, lineViolations } from '../validate/forbidden-characters.ts';

/** Maximum length of front matter, in characters; longer front matter is rejected unread. */
const MAX_LENGTH = 20_000;

/** Maximum nesting depth of the YAML. Each level counts twice: once for the pair, once for its value. */
const MAX_DEPTH = 10;

/** Matches what ends front matter for Astro, which reads articles with components itself. */
const END = /^(?:---|\+\+\+)/;

export interface FrontMatter {
  data: unknown;
  /** Text after the front matter. */
  body: string;
  /** Line of the file (1-based) on which `body` begins. */
  bodyLine: number;
  /** Returns the line of the file (1-based) of the value at `path`, or of its nearest existing parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Front matter that cannot be read, with the line of the error. */
export class FrontMatterError extends Error {
  readonly line: number;
  readonly found: string;
  readonly allowed: string;

  constructor(line: number, found: string, allowed: string) {
    super(`${found}; ${allowed}`);
    this.line = line;
    this.found = found;
    this.allowed = allowed;
  }
}

/**
 * Splits a content file into front matter and text.
 *
 * The YAML is read with the core schema: no tags, no anchors or aliases (they can be made to explode),
 * no duplicate keys, nothing hidden, and dates stay the texts they are.
 *
 * @throws {FrontMatterError} if there is no front matter or it is not plain YAML
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
  const header = parseYaml(`${lines.slice(1, end).join('\n')}\n`, 1);
  return {
    data: header.data,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    lineOf: header.lineOf,
  };
}

/**
 * Parses YAML with the same restrictions as `readFrontMatter`.
 *
 * @param offset number of lines above `source` in its file
 */
export function parseYaml(source: string, offset = 0): Pick<FrontMatter, 'data' | 'lineOf'> {
  if (source.length > MAX_LENGTH) {
    throw new FrontMatterError(1, `${source.length} characters of YAML`, `at most ${MAX_LENGTH}`);
  }
  const [refused] = lineViolations(source);
  if (refused) throw new FrontMatterError(refused.line + offset, refused.found, refused.allowed);
  try {
    return readYaml(source, offset);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(1 + offset);
    throw error;
  }
}

const tooDeep = (line: number) =>
  new FrontMatterError(line, 'YAML that is nested too deeply', 'lists of mappings of text');

function readYaml(source: string, offset: number): Pick<FrontMatter, 'data' | 'lineOf'> {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    logLevel: 'error',
    schema: 'core',
    merge: false,
    prettyErrors: false,
  });
  const lineAt = (position: number) => lines.linePos(position).line + offset;

  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    if (error.message.startsWith('Maximum call stack')) throw tooDeep(lineAt(error.pos[0]));
    throw new FrontMatterError(
      lineAt(error.pos[0]),
      `YAML that does not parse (${error.message})`,
      'plain YAML',
    );
  }
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && typeof key.value === 'string') return undefined;
      const range = isNode(key) ? key.range : isNode(value) ? value.range : undefined;
      throw new FrontMatterError(
        lineAt(range?.[0] ?? 0),
        'a key that is not text',
        'the name of a field',
      );
    },
    Node: (_, node, path) => {
      if (path.length > MAX_DEPTH) throw tooDeep(lineAt(node.range?.[0] ?? 0));
      const refused =
        isScalar(node) && typeof node.value === 'string' && characterViolations(node.value);
      if (refused) {
        throw new FrontMatterError(lineAt(node.range?.[0] ?? 0), refused.found, refused.allowed);
      }
      if (!isAlias(node) && !node.anchor && !node.tag) return undefined;
      const found = isAlias(node)
        ? `*${node.source}`
        : node.anchor
          ? `&${node.anchor}`
          : `${node.tag}`;
      throw new FrontMatterError(
        lineAt(node.range?.[0] ?? 0),
        found,
        'plain YAML without anchors, aliases and tags',
      );
    },
  });
  return {
    data: document.toJS({ maxAliasCount: 0 }),
    lineOf: (path) => lineAt(positionOf(document, path)),
  };
}

/** Returns the offset of the value at `path`, or of its nearest existing parent. */
function positionOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
