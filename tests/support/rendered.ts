import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { validateArticle } from '../../src/content/validate/validate-article.ts';
import { processor } from '../../src/content/render/processor.ts';
import { renderer } from '../../src/content/render/renderer.ts';

const FILE = '/library/content/articles/demo/en.mdx';

const mdx = await processor.createMdxRenderer?.(
  { syntaxHighlight: false },
  { srcDir: new URL('file:///library/src/'), optimize: false, sourcemap: false },
);

/** An element of a rendered article. */
export interface Rendered {
  name: string;
  attributes: Record<string, unknown>;
}

/** Renders a text as the site does, as Markdown or as MDX, and lists its elements. */
export async function elementsOf(text: string): Promise<Rendered[]> {
  if (!validateArticle(text).hasComponents) {
    const { code } = await renderer.render(text);
    return [...walk(parseFragment(code))];
  }
  if (!mdx) throw new Error('The processor compiles no MDX');
  const { code } = await mdx.process(text, FILE, {});
  return run(code);
}

/** Elements that a rendered article may have, with their attributes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'p em strong del br hr code blockquote ul ol li table thead tbody tr td th figcaption'
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href', 'title'],
  code: ['class'],
  figure: ['class'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  input: ['type', 'checked', 'disabled'],
  li: ['class'],
  note: ['title'],
  ol: ['start', 'class'],
  pre: ['tabindex', 'data-language'],
  span: ['class'],
  td: ['class'],
  th: ['class'],
  ul: ['class'],
};

/** Renders a text as the site does and lists the elements that no article may have. */
export async function forbiddenElementsOf(text: string): Promise<Rendered[]> {
  return (await elementsOf(text)).filter(isForbidden);
}

function isForbidden({ name, attributes }: Rendered): boolean {
  const known = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
  if (!known) return true;
  return Object.entries(attributes).some(([attribute, value]) => {
    if (!known.includes(attribute)) return true;
    return attribute === 'href' && !/^(?:https:\/\/|#|\.\.\/[a-z0-9-]+\/)/i.test(String(value));
  });
}

function* walk(node: DefaultTreeAdapterTypes.Node): Generator<Rendered> {
  if ('attrs' in node) {
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    yield { name: node.tagName, attributes };
  }
  if ('content' in node) yield* walk(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

/** The only import that compiled MDX may have. */
const RUNTIME_IMPORT = /^import \{([^}]*)\} from "astro\/jsx-runtime";$/gm;

/** Runs compiled MDX with a JSX runtime that records the elements it creates. */
function run(code: string): Rendered[] {
  const elements: Rendered[] = [];
  const jsx = (type: unknown, { children: _, ...attributes }: Record<string, unknown>) => {
    if (typeof type === 'string') elements.push({ name: type, attributes });
    else if (typeof type === 'function') return type(attributes);
    return null;
  };
  const script = code
    .replace(RUNTIME_IMPORT, (_, list: string) =>
      list
        .split(',')
        .map((item) => item.trim().split(' as '))
        .map(([name, alias]) => `const ${alias ?? name} = runtime.${name};`)
        .join(''),
    )
    .replace(/^export (?:default )?/gm, '');
  if (/\bimport\b.*from|^export /m.test(script.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) {
    throw new Error(`An import in compiled MDX: ${script.slice(0, 300)}`);
  }
  const runtime = { jsx, jsxs: jsx, Fragment: Symbol('fragment') };
  const Note = (attributes: Record<string, unknown>) => jsx('note', attributes);
  const render = new Function('runtime', `${script}\nreturn MDXContent;`)(runtime);
  render({ components: { Note } });
  return elements;
}
