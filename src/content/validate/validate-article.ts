import { mdxToMdast, type MdastNode } from 'satteri';
import { features } from '../render/features.ts';
import { lineOf, nodesOf, sourceOf } from '../tree.ts';
import { anchorsOf, anchorViolations, type Anchor } from './anchors.ts';
import { lineViolations } from './forbidden-characters.ts';
import { markdownParityViolations } from './markdown-parity.ts';
import { nestedExpressionViolations } from './nested-expressions.ts';
import { nodeViolation, proseViolation, truncateLine } from './node-rules.ts';
import type { Violation } from './violations.ts';

/** In UTF-16 units: three times the longest article. The parser's worst case at this size takes less than a second. */
const MAX_LENGTH = 40_000;

/** The parser tries each brace as the start of an expression that may reach to the end of the text. */
const MAX_BRACES = 1_000;

/** Nested blocks; each level of a list counts twice (list and item). */
const MAX_DEPTH = 20;

/** Each row is padded to the width of the first, however short it is written. */
const MAX_COLUMNS = 20;

/** Each reference copies the address and title of its definition into the page. */
const MAX_REFERENCES = 200;

/** Headings of an article: three times the eight sections of the longest one. */
const MAX_HEADINGS = 24;

/** Each language loads a grammar during the build. */
const MAX_LANGUAGES = 12;

/** A link of an article. */
export interface ArticleLink {
  line: number;
  /** The address as written: `https:`, `#anchor` or `../slug/`. */
  to: string;
}

export interface ValidatedArticle {
  /** Empty for a valid article. */
  violations: Violation[];
  /** True if the text uses a component and must be compiled as MDX. */
  hasComponents: boolean;
  anchors: Anchor[];
  links: ArticleLink[];
}

/** The parser's errors: `12:3: message`. */
const PARSE_ERROR = /^(\d+):\d+: (.*)$/s;

/**
 * Validates the text of an article: prose, code, tables, links to https addresses or within the site, and the components
 * of `components/names.ts` with plain text attributes. Articles come from strangers; a text with violations must not
 * reach a compiler.
 *
 * @param text the file without its front matter
 */
export function validateArticle(text: string): ValidatedArticle {
  const violations = sizeOrLineViolations(text);
  if (violations.length > 0) return rejected(violations);
  const nested = nestedExpressionViolations(text);
  if (nested.length > 0) return rejected(nested);
  let root: MdastNode;
  try {
    root = mdxToMdast(text, { features });
  } catch (error) {
    return rejected([parseViolation(error)]);
  }
  return validateTree(root, text);
}

const rejected = (violations: Violation[]): ValidatedArticle => ({
  violations,
  hasComponents: false,
  anchors: [],
  links: [],
});

const aboveLimit = (line: number, found: string, limit: number): Violation => ({
  line,
  found,
  expected: `at most ${limit}`,
});

/** Reports what must not reach the parser: text that takes too long, or that differs from what a reviewer sees. */
function sizeOrLineViolations(text: string): Violation[] {
  if (text.length > MAX_LENGTH) return [aboveLimit(1, `${text.length} characters`, MAX_LENGTH)];
  const braces = text.split('{').length - 1;
  if (braces > MAX_BRACES) return [aboveLimit(1, `${braces} braces`, MAX_BRACES)];
  return lineViolations(text);
}

function parseViolation(error: unknown): Violation {
  // The parser overflows the stack.
  if (error instanceof RangeError) return tooDeep(1);
  const message = error instanceof Error ? error.message : String(error);
  const [, line, text] = PARSE_ERROR.exec(message) ?? [null, '1', message];
  return {
    line: Number(line),
    found: `MDX that does not parse (${truncateLine(text ?? message)})`,
    expected: 'plain text; put code, < and { in backticks',
  };
}

const tooDeep = (line: number): Violation => ({
  line,
  found: `nesting of more than ${MAX_DEPTH} levels`,
  expected: 'less nesting',
});

function validateTree(root: MdastNode, text: string): ValidatedArticle {
  const nodes: MdastNode[] = [];
  for (const { node, depth } of nodesOf(root)) {
    const violation = sizeViolation(node, depth);
    if (violation) return rejected([violation]);
    nodes.push(node);
  }
  const violations: Violation[] = [];
  const valid = nodes.filter((node) => {
    const violation = nodeViolation(node, sourceOf(node, text));
    if (violation) violations.push({ line: lineOf(node), ...violation });
    return !violation;
  });
  const anchors = anchorsOf(valid.filter((node) => node.type === 'heading'));
  const hasComponents = valid.some(isComponent);
  violations.push(
    ...countViolations(valid),
    ...nodes.flatMap((node) => {
      const violation = proseViolation(node);
      return violation ? [{ line: lineOf(node), ...violation }] : [];
    }),
    ...anchorViolations(anchors),
  );
  if (violations.length === 0 && !hasComponents) {
    violations.push(...markdownParityViolations(text, root));
  }
  violations.sort((a, b) => a.line - b.line);
  const links = valid
    .filter((node) => node.type === 'link' || node.type === 'definition')
    .map((node) => ({ line: lineOf(node), to: detached(node.url) }));
  return { violations, hasComponents, anchors, links };
}

/** Copies a text of the tree: it is a slice of all its texts, and would keep them in memory. */
const detached = (text: string) => Buffer.from(text).toString();

/** Reports a node that makes the rest of the tree expensive to check. */
function sizeViolation(node: MdastNode, depth: number): Violation | undefined {
  const line = lineOf(node);
  if (depth > MAX_DEPTH) return tooDeep(line);
  if (node.type !== 'tableRow' || node.children.length <= MAX_COLUMNS) return undefined;
  return aboveLimit(line, `a table of ${node.children.length} columns`, MAX_COLUMNS);
}

/** Reports nodes of which there are too many in the whole text. */
function countViolations(nodes: readonly MdastNode[]): Violation[] {
  const languages = new Set(nodes.flatMap((node) => (node.type === 'code' && node.lang) || []));
  const numberOf = (wanted: MdastNode['type']) =>
    nodes.filter(({ type }) => type === wanted).length;
  const references = numberOf('linkReference');
  const headings = numberOf('heading');
  const counts = [
    [languages.size, MAX_LANGUAGES, `code in ${languages.size} languages`],
    [references, MAX_REFERENCES, `${references} links by reference`],
    [headings, MAX_HEADINGS, `${headings} headings`],
  ] as const;
  return counts
    .filter(([count, limit]) => count > limit)
    .map(([, limit, found]) => aboveLimit(1, found, limit));
}

const isComponent = ({ type }: MdastNode) =>
  type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
