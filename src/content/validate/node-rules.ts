import type { MdastNode } from 'satteri';
import { longestWord } from '../../domain/text/longest-word.ts';
import { truncate } from '../../domain/text/truncate.ts';
import { isPublicAddress } from '../../domain/upstream/tracker-address.ts';
import { articleComponents } from '../components/names.ts';
import { fenceLanguages } from '../render/highlight.ts';
import { proseOf } from '../tree.ts';
import { characterViolation } from './forbidden-characters.ts';
import type { ViolationDetail } from './violations.ts';

/** In UTF-16 units. */
const MAX_QUOTE_LENGTH = 60;

/** Of the title of a link, in UTF-16 units. */
const MAX_TITLE_LENGTH = 200;

/** Of a heading, in UTF-16 units: about three times the longest of the library in English and Chinese (chosen). */
const MAX_HEADING_LENGTH = 100;

/** Of a word that a browser cannot break, in UTF-16 units. The longest of the library has 55; a page of 320 px fits 40. */
const MAX_WORD_LENGTH = 160;

/** A relative link to another article: slug, then the anchor if there is one. */
export const ARTICLE_LINK = /^\.\.\/([a-z0-9-]+)\/(?:#([^#]*))?$/;

const ANCHOR_LINK = /^#[^\s\\\p{Cc}\p{Cf}]+$/u;

const PROSE_NODES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** Nodes that are always allowed. Types that have no rule below and are not listed here are rejected by name. */
const PLAIN_NODES: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'break',
  'linkReference',
  'list',
  'listItem',
  'blockquote',
  'thematicBreak',
  'table',
  'tableRow',
  'tableCell',
]);

type JsxElement = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Returns what an article must not have in a node itself, its children aside.
 *
 * @param source the Markdown of the node
 */
export function nodeViolation(node: MdastNode, source: string): ViolationDetail | undefined {
  return typeViolation(node, source) ?? attributeViolation(node);
}

/**
 * Returns what only the joined text of a block shows, since entities and markup split words into several nodes: forbidden
 * characters, endless headings and words.
 */
export function proseViolation(node: MdastNode): ViolationDetail | undefined {
  if (!PROSE_NODES.has(node.type)) return undefined;
  const prose = proseOf(node);
  const violation = characterViolation(prose);
  if (violation) return violation;
  if (node.type === 'heading' && prose.length > MAX_HEADING_LENGTH) {
    const found = `a heading of ${prose.length} characters`;
    return { found, expected: `at most ${MAX_HEADING_LENGTH}` };
  }
  const { length } = longestWord(prose);
  if (length <= MAX_WORD_LENGTH) return undefined;
  return { found: `a word of ${length} characters`, expected: `at most ${MAX_WORD_LENGTH}` };
}

function typeViolation(node: MdastNode, source: string): ViolationDetail | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return {
        found: `the statement ${quote(node.value)}`,
        expected:
          'no import or export; if a sentence begins with that word, put the word in backticks',
      };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return {
        found: `the expression ${quote(`{${node.value}}`)}`,
        expected: 'no expressions; put braces in backticks or write \\{',
      };
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementViolation(node);
    case 'link':
    case 'definition':
      return linkViolation(node.url);
    case 'code':
      return node.lang ? languageViolation(node.lang) : undefined;
    case 'heading':
      return headingViolation(node.depth, source);
    case 'image':
    case 'imageReference':
      return {
        found: 'an image',
        expected: 'text, code, tables and links: pictures are not supported',
      };
    default:
      return PLAIN_NODES.has(node.type)
        ? undefined
        : { found: `Markdown of type ${node.type}`, expected: 'text, code, tables and links' };
  }
}

function linkViolation(url: string): ViolationDetail | undefined {
  if (ANCHOR_LINK.test(url) || ARTICLE_LINK.test(url) || isPublicAddress(url)) return undefined;
  return {
    found: `the address ${quote(url)}`,
    expected: 'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
  };
}

function languageViolation(language: string): ViolationDetail | undefined {
  if (fenceLanguages.has(language)) return undefined;
  return {
    found: `code in the language ${quote(language)}`,
    expected: 'a language that Shiki supports, such as python, c, cmake; console, message, text',
  };
}

function headingViolation(depth: number, source: string): ViolationDetail | undefined {
  if (depth === 1) {
    return {
      found: 'a heading of level 1',
      expected: 'level 2 or below; the title is in the front matter',
    };
  }
  // Markdown reads `layout: x` above `---` as a heading; its author meant front matter or a table.
  return source.startsWith('#')
    ? undefined
    : { found: 'an underlined heading', expected: 'a heading with ##' };
}

function elementViolation({ name, attributes }: JsxElement): ViolationDetail | undefined {
  const known = name === null ? undefined : articleComponents.get(name);
  if (!known) {
    return {
      found: `the element ${quote(`<${name ?? ''}>`)}`,
      expected: `Markdown, and the components ${[...articleComponents.keys()].join(', ')}`,
    };
  }
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && !known.includes(attribute.name)) {
      return {
        found: `the attribute ${quote(attribute.name)} of <${name}>`,
        expected: known.join(', '),
      };
    }
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return {
        found: `an expression in <${name}>`,
        expected: 'attributes as plain text: title="..."',
      };
    }
    const violation = characterViolation(attribute.value);
    if (violation) return violation;
  }
  return undefined;
}

/** Checks the node's own strings, which the page or the browser may show: forbidden characters, endless titles. */
function attributeViolation(node: MdastNode): ViolationDetail | undefined {
  const attributes = node as unknown as Record<string, unknown>;
  for (const name of ['value', 'title', 'url', 'lang', 'meta']) {
    const value = attributes[name];
    const violation = typeof value === 'string' ? characterViolation(value) : undefined;
    if (violation) return violation;
  }
  const { title } = attributes;
  if (typeof title !== 'string' || title.length <= MAX_TITLE_LENGTH) return undefined;
  return { found: `${title.length} characters in title`, expected: `at most ${MAX_TITLE_LENGTH}` };
}

const quote = (text: string) => JSON.stringify(truncateLine(text));

/** Returns a text as one line, short enough for a message. */
export function truncateLine(text: string): string {
  return truncate(text.replace(/\s+/g, ' '), MAX_QUOTE_LENGTH);
}
