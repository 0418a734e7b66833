import type { MdastNode } from 'satteri';
import { isPublicAddress } from '../../domain/upstream/tracker-address.ts';
import { characterViolations } from './forbidden-characters.ts';
import { articleComponents } from '../components/names.ts';
import type { Violation } from './validate-article.ts';
import { fenceLanguages } from '../render/highlight.ts';
import { proseOf } from '../tree.ts';
import { truncate } from '../../domain/text/truncate.ts';

type Refused = Omit<Violation, 'line'>;

const FOUND_LENGTH = 60;

/** A title of a link or a picture, and what stands for a picture that one cannot see. */
const WORDS_LENGTH = 200;

/** Another article of the library, with or without an anchor. */
export const ARTICLE_LINK = /^\.\.\/([a-z0-9-]+)\/(?:#([^#]*))?$/;

const PICTURE = /^\.\/([\w-]+\.(?:png|jpe?g|webp|svg))$/;

const PROSE_NODES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** What an article is made of; whatever else the parser knows is refused by its name. */
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
 * What is wrong with a node itself, or `undefined`.
 *
 * @param source how the node is written
 */
export function nodeViolation(node: MdastNode, source: string): Refused | undefined {
  return refuseKind(node, source) ?? refuseHidden(node);
}

/** What is wrong with a paragraph, a heading, a cell as a whole: entities cut words into pieces. */
export function proseViolation(node: MdastNode): Refused | undefined {
  return PROSE_NODES.has(node.type) ? characterViolations(proseOf(node)) : undefined;
}

function refuseKind(node: MdastNode, source: string): Refused | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return {
        found: `the statement ${quote(node.value)}`,
        allowed:
          'no import or export; a sentence that begins with one puts the word between backticks',
      };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return {
        found: `the expression ${quote(`{${node.value}}`)}`,
        allowed: 'no expressions; put braces between backticks or write \\{',
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
              'a language that Shiki knows, such as python, c, cmake; console, message, text',
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
        : { found: `Markdown of the kind ${node.type}`, allowed: 'text, code, tables and links' };
  }
}

function refusedPicture(found: string): Refused {
  return {
    found: `the picture ${found}`,
    allowed: 'a .png, .jpg, .webp or .svg file beside the article, such as ./stack.png',
  };
}

/** MDX leaves out braces and elements from the words of a picture and keeps what they hold. */
function refuseWords(words: string): Refused | undefined {
  if (!/[{<]/.test(words)) return undefined;
  return { found: `the words ${quote(words)} of a picture`, allowed: 'words without { and <' };
}

function refuseHeading(depth: number, source: string): Refused | undefined {
  if (depth === 1) {
    return { found: 'a heading of level 1', allowed: 'level 2 and below; the title is a fact' };
  }
  // `layout: x` above `---` is a heading to Markdown; its writer meant facts, or a line of a table.
  return source.startsWith('#')
    ? undefined
    : { found: 'a heading by underline', allowed: '## and the heading' };
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

/** Hidden characters in what the reader gets to see, wherever the node keeps it. */
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
      return { found: `${text.length} characters of ${field}`, allowed: `at most ${WORDS_LENGTH}` };
    }
  }
  return undefined;
}

function isAllowedLink(url: string): boolean {
  return /^#[^\s\\\p{Cc}\p{Cf}]+$/u.test(url) || ARTICLE_LINK.test(url) || isPublicAddress(url);
}

/** The name of the file that a picture shows. */
export function pictureFile(url: string): string {
  return PICTURE.exec(url)?.[1] ?? '';
}

function quote(text: string): string {
  return JSON.stringify(cut(text));
}

/** A text on one line, short enough for a message. */
export function cut(text: string): string {
  return truncate(text.replace(/\s+/g, ' '), FOUND_LENGTH);
}
