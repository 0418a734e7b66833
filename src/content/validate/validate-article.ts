import { mdxToMdast, type MdastNode } from 'satteri';
import { anchorsOf, anchorViolations, type Anchor } from './anchors.ts';
import { lineViolations } from './forbidden-characters.ts';
import { features } from '../render/features.ts';
import { cut, pictureFile, nodeViolation, proseViolation } from './node-rules.ts';
import { markdownViolations } from './markdown-reading.ts';
import { lineOf, nodesOf, sourceOf } from '../tree.ts';

/**
 * Maximum length of a text, in characters; longer texts are rejected unread. Three times the longest article; the
 * parser takes less than a second for the worst input of this size.
 */
const MAX_LENGTH = 40_000;

/** Maximum number of braces: for each one, the parser scans to the end of the text for an expression. */
const MAX_BRACES = 1_000;

/** Maximum nesting depth of nodes; each level of a list counts twice. */
const MAX_DEPTH = 20;

/** Maximum number of table columns: every row is filled up to the width of the first. */
const MAX_COLUMNS = 20;

/** Maximum number of reference links: each repeats the address and title of its definition in the output. */
const MAX_REFERENCES = 200;

/** Maximum number of code languages: the build loads a grammar for each. */
const MAX_LANGUAGES = 12;

/** Something that the text of an article must not contain. */
export interface Violation {
  /** 1-based line of the text, not of the file. */
  line: number;
  found: string;
  allowed: string;
}

/** A link or a picture in the text. */
export interface Pointer {
  line: number;
  /** Address of a link, or file name of a picture. */
  to: string;
}

export interface ValidatedArticle {
  refusals: Violation[];
  /** True if the text uses a component and must be compiled as MDX. */
  hasComponents: boolean;
  /** Anchors that links to this article may use. */
  anchors: Anchor[];
  links: Pointer[];
  pictures: Pointer[];
}

/** Matches the errors of the parser: `12:3: message`. */
const PARSE_ERROR = /^(\d+):\d+: (.*)$/s;

/**
 * Checks that the text of an article contains only what is allowed: text, code, tables, https links and links within the
 * site, pictures in its folder, and the components of `components/names.ts` with plain text attributes.
 * Articles come from strangers; rejected text never reaches a compiler.
 */
export function validateArticle(text: string): ValidatedArticle {
  const unread = refusedUnread(text);
  if (unread.length > 0) return withNothing(unread);
  let root: MdastNode;
  try {
    root = mdxToMdast(text, { features });
  } catch (error) {
    return withNothing([parseRefusal(error)]);
  }
  return inspectTree(root, text);
}

const withNothing = (refusals: Violation[]): ValidatedArticle => ({
  refusals,
  hasComponents: false,
  anchors: [],
  links: [],
  pictures: [],
});

/** Rejects text that must not reach the parser: it would take too long, or render differently from what reviewers see. */
function refusedUnread(text: string): Violation[] {
  if (text.length > MAX_LENGTH) {
    return [{ line: 1, found: `${text.length} characters`, allowed: `at most ${MAX_LENGTH}` }];
  }
  const braces = text.split('{').length - 1;
  if (braces > MAX_BRACES) {
    return [{ line: 1, found: `${braces} braces`, allowed: `at most ${MAX_BRACES}` }];
  }
  return lineViolations(text);
}

function parseRefusal(error: unknown): Violation {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) return { line: 1, ...TOO_DEEP };
  const [, line, text] = PARSE_ERROR.exec(message) ?? [null, '1', message];
  return {
    line: Number(line),
    found: `MDX that does not parse (${cut(text ?? message)})`,
    allowed: 'plain text; put code, < and { in backticks',
  };
}

const TOO_DEEP = { found: `nesting of more than ${MAX_DEPTH} levels`, allowed: 'less nesting' };

function inspectTree(root: MdastNode, text: string): ValidatedArticle {
  const inspected = withNothing([]);
  const { refusals, links, pictures } = inspected;
  const headings: Extract<MdastNode, { type: 'heading' }>[] = [];
  const languages = new Set<string>();
  let references = 0;
  for (const { node, depth } of nodesOf(root)) {
    const line = lineOf(node);
    if (depth > MAX_DEPTH) return withNothing([{ line, ...TOO_DEEP }]);
    const refused = nodeViolation(node, sourceOf(node, text));
    if (refused) refusals.push({ line, ...refused });
    else if (node.type === 'link' || node.type === 'definition') links.push({ line, to: node.url });
    else if (node.type === 'image') pictures.push({ line, to: pictureFile(node.url) });
    else if (node.type === 'heading') headings.push(node);
    else if (node.type === 'code' && node.lang) languages.add(node.lang);
    else if (node.type === 'linkReference') references++;
    else if (node.type === 'tableRow' && node.children.length > MAX_COLUMNS) {
      const found = `a table of ${node.children.length} columns`;
      return withNothing([{ line, found, allowed: `at most ${MAX_COLUMNS}` }]);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      inspected.hasComponents = true;
    }
  }
  const limited = [
    { found: `code in ${languages.size} languages`, of: languages.size, limit: MAX_LANGUAGES },
    { found: `${references} links by reference`, of: references, limit: MAX_REFERENCES },
  ];
  for (const { found, of, limit } of limited) {
    if (of > limit) refusals.push({ line: 1, found, allowed: `at most ${limit}` });
  }
  for (const { node } of nodesOf(root)) {
    const refused = proseViolation(node);
    if (refused) refusals.push({ line: lineOf(node), ...refused });
  }
  inspected.anchors = anchorsOf(headings);
  refusals.push(...anchorViolations(inspected.anchors));
  if (refusals.length === 0 && !inspected.hasComponents) {
    refusals.push(...markdownViolations(text, root));
  }
  refusals.sort((a, b) => a.line - b.line);
  return inspected;
}
