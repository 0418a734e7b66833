import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';

/** Front matter larger than this is refused unread. */
const MAX_LENGTH = 20_000;

/** `---`, YAML, `---`, text. */
const FENCED = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

export interface FrontMatter {
  data: unknown;
  /** Text after the front matter. */
  body: string;
  /** Line of the file (1-based) on which `body` begins. */
  bodyLine: number;
  /** Line of the file on which the value at `path` stands, or of its nearest parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Front matter that cannot be read at all, with the line to blame. */
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
 * no duplicate keys, and dates stay the texts they are.
 *
 * @throws FrontMatterError when there is none or it is no plain YAML
 */
export function readFrontMatter(source: string): FrontMatter {
  const match = FENCED.exec(source);
  if (!match || match.index !== 0) {
    throw new FrontMatterError(1, 'no front matter', 'the facts between two lines of ---');
  }
  const yaml = match[1] ?? '';
  const header = parseYaml(yaml, 1);
  const bodyStart = match[0].length;
  return {
    data: header.data,
    body: source.slice(bodyStart),
    bodyLine: source.slice(0, bodyStart).split('\n').length,
    lineOf: header.lineOf,
  };
}

/**
 * Reads YAML as described above.
 *
 * @param offset lines that stand above `source` in its file
 */
export function parseYaml(source: string, offset = 0): Pick<FrontMatter, 'data' | 'lineOf'> {
  if (source.length > MAX_LENGTH) {
    throw new FrontMatterError(1, `${source.length} characters of YAML`, `at most ${MAX_LENGTH}`);
  }
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    schema: 'core',
    merge: false,
    prettyErrors: false,
  });
  const lineAt = (position: number) => lines.linePos(position).line + offset;

  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    throw new FrontMatterError(
      lineAt(error.pos[0]),
      `YAML that does not parse (${error.message})`,
      'plain YAML',
    );
  }
  visit(document, {
    Node: (_, node) => {
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

/** Where the value at `path` begins; where there is none, its nearest parent that exists. */
function positionOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
