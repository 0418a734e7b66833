import type { MdastNode } from 'satteri';
import { isPublicAddress } from '../../domain/upstream/tracker-address.ts';
import { characterViolations } from './forbidden-characters.ts';
import { articleComponents } from '../components/names.ts';
import type { Violation } from './validate-article.ts';
import { fenceLanguages } from '../render/highlight.ts';
import { proseOf } from '../tree.ts';

type Refused = Omit<Violation, 'line'>;

const FOUND_LENGTH = 60;

/** Maximum length of the title of a link or picture, and of the alternative text of a picture, in characters. */
const WORDS_LENGTH = 200;

/** Link to another article of the library, with or without an anchor. */
export const ARTICLE_LINK = /^\.\.\/([a-z0-9-]+)\/(?:#([^#]*))?$/;

const PICTURE = /^\.\/([\w-]+\.(?:png|jpe?g|webp|svg))$/;

const PROSE_NODES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** Node types that are always allowed. Types that are neither here nor handled below are rejected by name. */
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

/**
 * Checks one node, without its children; returns `undefined` if it is allowed.
 *
 * @param source source text of the node
 */
export function nodeViolation(node: MdastNode, source: string): Refused | undefined {
  return refuseKind(node, source) ?? refuseHidden(node);
}

/** Checks the combined text of a paragraph, heading or table cell: entities can split words across nodes. */
export function proseViolation(node: MdastNode): Refused | undefined {
  return PROSE_NODES.has(node.type) ? characterViolations(proseOf(node)) : undefined;
}

function refuseKind(node: MdastNode, source: string): Refused | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return {
        found: `the statement ${quote(node.value)}`,
        allowed:
          'no import or export; if a sentence begins with that word, put the word in backticks',
      };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return {
        found: `the expression ${quote(`{${node.value}}`)}`,
        allowed: 'no expressions; put braces in backticks or write \\{',
      };
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return refuseElement(node);
    case 'link':
    case 'definition':
      return isAllowedLink(node.url)
        ? undefined
        : {
            found: `the address ${quote(node.url)}`,
            allowed:
              'https://..., an anchor (#cause) or the address of an article (../other-slug/)',
          };
    case 'code':
      return !node.lang || fenceLanguages.has(node.lang)
        ? undefined
        : {
            found: `code in the language ${quote(node.lang)}`,
            allowed:
              'a language that Shiki supports, such as python, c, cmake; console, message, text',
          };
    case 'image':
      return PICTURE.test(node.url)
        ? refuseWords(source.slice(2, source.lastIndexOf('](')))
        : refusedPicture(quote(node.url));
    case 'imageReference':
      return refusedPicture(`by reference ${quote(`[${node.label ?? node.identifier}]`)}`);
    case 'heading':
      return refuseHeading(node.depth, source);
    default:
      return PLAIN_NODES.has(node.type)
        ? undefined
        : { found: `Markdown of type ${node.type}`, allowed: 'text, code, tables and links' };
  }
}

function refusedPicture(found: string): Refused {
  return {
    found: `the picture ${found}`,
    allowed: 'a .png, .jpg, .webp or .svg file beside the article, such as ./stack.png',
  };
}

/** Checks the description of a picture: MDX would drop braces and elements from it but keep their content. */
function refuseWords(words: string): Refused | undefined {
  if (!/[{<]/.test(words)) return undefined;
  return { found: `the description ${quote(words)} of a picture`, allowed: 'text without { and <' };
}

function refuseHeading(depth: number, source: string): Refused | undefined {
  if (depth === 1) {
    return {
      found: 'a heading of level 1',
      allowed: 'level 2 or below; the title is in the front matter',
    };
  }
  // `layout: x` above `---` is a heading to Markdown; its author meant front matter or a table.
  return source.startsWith('#')
    ? undefined
    : { found: 'an underlined heading', allowed: 'a heading with ##' };
}

function refuseElement(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
): Refused | undefined {
  const known = node.name === null ? undefined : articleComponents.get(node.name);
  if (!known) {
    return {
      found: `the element ${quote(`<${node.name ?? ''}>`)}`,
      allowed: `Markdown, and the components ${[...articleComponents.keys()].join(', ')}`,
    };
  }
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && !known.includes(attribute.name)) {
      return {
        found: `the attribute ${quote(attribute.name)} of <${node.name}>`,
        allowed: known.join(', '),
      };
    }
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return {
        found: `an expression in <${node.name}>`,
        allowed: 'attributes as plain text: title="..."',
      };
    }
    const hidden = characterViolations(attribute.value);
    if (hidden) return hidden;
  }
  return undefined;
}

/** Checks every field of a node that readers can see for hidden characters and length. */
function refuseHidden(node: MdastNode): Refused | undefined {
  const words = node as unknown as Record<string, unknown>;
  for (const field of ['value', 'alt', 'title', 'url', 'lang', 'meta']) {
    const text = words[field];
    const refused = typeof text === 'string' ? characterViolations(text) : undefined;
    if (refused) return refused;
  }
  for (const field of ['alt', 'title']) {
    const text = words[field];
    if (typeof text === 'string' && text.length > WORDS_LENGTH) {
      return { found: `${text.length} characters in ${field}`, allowed: `at most ${WORDS_LENGTH}` };
    }
  }
  return undefined;
}

function isAllowedLink(url: string): boolean {
  return /^#[^\s\\\p{Cc}\p{Cf}]+$/u.test(url) || ARTICLE_LINK.test(url) || isPublicAddress(url);
}

/** Returns the file name of a picture. */
export function pictureFile(url: string): string {
  return PICTURE.exec(url)?.[1] ?? '';
}

function quote(text: string): string {
  return JSON.stringify(cut(text));
}

/** Shortens a text to one line for a message. */
export function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > FOUND_LENGTH ? `${line.slice(0, FOUND_LENGTH)}...` : line;
}
