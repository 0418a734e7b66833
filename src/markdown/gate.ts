import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { articleComponents } from './components/names.ts';
import { features } from './features.ts';
import { fenceLanguages } from './highlight.ts';

/** A text larger than this is refused unread: no fault needs it, and one file must not slow the build. */
const MAX_LENGTH = 100_000;

/** Something in the text of an article that an article may not hold. */
export interface Refusal {
  /** 1-based line of the text, not of the file. */
  line: number;
  found: string;
  allowed: string;
}

export interface Inspected {
  refusals: Refusal[];
  /** True when the text uses a component, so that it has to be compiled as MDX. */
  hasComponents: boolean;
}

const FOUND_LENGTH = 60;

/** `12:3: message` is how the parser begins its errors. */
const PARSE_ERROR = /^(\d+):\d+: (.*)$/s;

/**
 * Holds the text of an article against what an article may contain: text, code, tables, links to https or
 * within the site, pictures beside it, and the components of `components/names.ts` with plain text attributes.
 * Articles come from strangers; what is refused here never reaches a compiler.
 */
export function inspect(text: string): Inspected {
  if (text.length > MAX_LENGTH) {
    const refusal = {
      line: 1,
      found: `${text.length} characters`,
      allowed: `at most ${MAX_LENGTH}`,
    };
    return { refusals: [refusal], hasComponents: false };
  }
  let root: MdastNode;
  try {
    root = mdxToMdast(text, { features });
  } catch (error) {
    return { refusals: [parseRefusal(error)], hasComponents: false };
  }
  const refusals: Refusal[] = [];
  let hasComponents = false;
  for (const node of nodesOf(root)) {
    const refused = refuse(node);
    if (refused) refusals.push({ line: lineOf(node), ...refused });
    else if (isElement(node)) hasComponents = true;
  }
  if (refusals.length === 0 && !hasComponents) refusals.push(...refusedAsMarkdown(text));
  return { refusals, hasComponents };
}

/**
 * A text without components is rendered as Markdown, where four spaces open a code block and `<` may open HTML
 * although MDX saw plain text (inside a list, say). What only Markdown sees is refused too, so that both
 * readings of an article are the same.
 */
function refusedAsMarkdown(text: string): Refusal[] {
  const lines = text.split('\n');
  return [...nodesOf(markdownToMdast(text, { features }))].flatMap((node) => {
    const line = lineOf(node);
    if (node.type === 'html') return [{ line, ...refuseHtml(node.value) }];
    if (node.type !== 'code' || node.lang) return [];
    const column = node.position?.start.column ?? 1;
    const isFence = /^(?:`{3}|~{3})/.test((lines[line - 1] ?? '').slice(column - 1).trimStart());
    if (isFence) return [];
    return [{ line, found: 'code by indentation', allowed: 'code between ``` and ```' }];
  });
}

function* nodesOf(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child as MdastNode);
}

function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

function parseRefusal(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, text] = PARSE_ERROR.exec(message) ?? [null, '1', message];
  return {
    line: Number(line),
    found: `MDX that does not parse (${cut(text ?? message)})`,
    allowed: 'text; put code, < and { between backticks',
  };
}

function isElement(
  node: MdastNode,
): node is MdastNode & { name: string | null; attributes: unknown[] } {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** What is wrong with this node itself, or `undefined`. */
function refuse(node: MdastNode): Omit<Refusal, 'line'> | undefined {
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
    case 'html':
      return refuseHtml(node.value);
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
      return isAllowedPicture(node.url)
        ? undefined
        : {
            found: `the picture ${quote(node.url)}`,
            allowed: 'a .png, .jpg, .webp or .svg file beside the article, such as ./stack.png',
          };
    case 'heading':
      return node.depth === 1
        ? { found: 'a heading of level 1', allowed: 'level 2 and below; the title is a fact' }
        : undefined;
    default:
      return undefined;
  }
}

function refuseHtml(html: string) {
  return { found: `HTML ${quote(html)}`, allowed: 'Markdown' };
}

function refuseElement(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
) {
  const known = node.name === null ? undefined : articleComponents.get(node.name);
  if (!known) {
    return {
      found: `the element ${quote(`<${node.name ?? ''}>`)}`,
      allowed: `Markdown, and the components ${[...articleComponents.keys()].join(', ')}`,
    };
  }
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return {
        found: `an expression in <${node.name}>`,
        allowed: 'attributes as plain text: title="..."',
      };
    }
    if (!known.includes(attribute.name)) {
      return {
        found: `the attribute ${quote(attribute.name)} of <${node.name}>`,
        allowed: known.join(', '),
      };
    }
  }
  return undefined;
}

/** Characters that could hide a scheme or leave the site: white space, control characters, backslashes. */
const UNSAFE_ADDRESS = /[\s\p{Cc}\\]/u;

function isAllowedLink(url: string): boolean {
  if (UNSAFE_ADDRESS.test(url)) return false;
  if (url.startsWith('#')) return true;
  if (/^\.\.\/[a-z0-9-]+\/(?:#[^#]*)?$/.test(url)) return true;
  return URL.canParse(url) && new URL(url).protocol === 'https:' && new URL(url).username === '';
}

function isAllowedPicture(url: string): boolean {
  return /^\.\/[\w-]+\.(?:png|jpe?g|webp|svg)$/.test(url);
}

function quote(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > FOUND_LENGTH ? `${line.slice(0, FOUND_LENGTH)}...` : line;
}
