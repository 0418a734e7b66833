import { bundledLanguages, type LanguageRegistration, type ShikiTransformer } from 'shiki';
import python from 'shiki/langs/python.mjs';

/**
 * Cython: Python's grammar with Cython's own words on top. Shiki has no grammar for it,
 * and `cdef` and `nogil` are the words an article is about.
 */
const cython: LanguageRegistration = {
  name: 'cython',
  displayName: 'Cython',
  aliases: ['pyx'],
  scopeName: 'source.cython',
  embeddedLangs: ['python'],
  repository: {},
  patterns: [
    {
      match:
        '\\b(?:cdef|cpdef|cimport|ctypedef|extern|include|nogil|noexcept|gil|inline|public|readonly)\\b',
      name: 'keyword.other.cython',
    },
    {
      match:
        '\\b(?:void|bint|char|short|int|long|float|double|unsigned|signed|size_t|Py_ssize_t|object|struct|union|enum)\\b(?=\\s*[\\w\\[*&])',
      name: 'storage.type.cython',
    },
    { include: 'source.python' },
  ],
};

/** Names for code fences that Shiki does not know: `message` is what a failing program printed. */
const languageAliases = { message: 'plaintext' };

/** What may stand behind the backticks that open a code block. */
export const fenceLanguages: ReadonlySet<string> = new Set([
  ...Object.keys(bundledLanguages),
  ...Object.keys(languageAliases),
  cython.name,
  'text',
]);

/** `color:var(--astro-code-token-string-expression)` is what Shiki's theme of CSS variables writes. */
const TOKEN_STYLE = /^color:var\(--astro-code-(?:token-)?([a-z-]+)\)$/;

/** `title="walrus.pyx"` behind the language of a fence. */
const TITLE = /\btitle="([^"]*)"/;

/**
 * Shiki gives up a line after half a second, and the first line of a language can take as long where the machine is
 * busy: the same text would look different from build to build. Articles are bounded and built once, so there is time.
 */
const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_, options) {
    options.tokenizeTimeLimit = 0;
  },
};

/**
 * Writes a code block so that a strict Content-Security-Policy allows it and few bytes carry it:
 * classes (`k` for `keyword`) instead of style attributes, no element around text in the ordinary
 * colour, a `<figure>` with the file's name where the fence has one.
 */
const classesInsteadOfStyles: ShikiTransformer = {
  name: 'classes-instead-of-styles',
  span(node) {
    const style = String(node.properties['style'] ?? '');
    delete node.properties['style'];
    const token = TOKEN_STYLE.exec(style)?.[1];
    const name = token === undefined ? undefined : tokenClasses[token];
    if (name) node.properties['class'] = name;
  },
  line(node) {
    node.children = node.children.flatMap((child) =>
      child.type === 'element' && !child.properties['class'] ? child.children : [child],
    );
  },
  pre(node) {
    markDiffSigns(node);
    node.properties = { tabindex: '0', 'data-language': this.options.lang };
  },
  root(root) {
    const pre = root.children[0];
    if (pre?.type !== 'element') return;
    const meta: { __raw?: string } = this.options.meta ?? {};
    const title = TITLE.exec(meta.__raw ?? '')?.[1];
    const caption = {
      type: 'element' as const,
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text' as const, value: title ?? '' }],
    };
    root.children = [
      {
        type: 'element',
        tagName: 'figure',
        properties: { class: this.options.lang === 'message' ? 'code message' : 'code' },
        children: title ? [caption, pre] : [pre],
      },
    ];
  },
};

/** Astro keeps the `+` and `-` of a diff out of what one copies, by a style attribute; here a class does it. */
function markDiffSigns(node: Parameters<NonNullable<ShikiTransformer['pre']>>[0]): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.properties['style'] === 'user-select: none;') child.properties = { class: 'sign' };
    markDiffSigns(child);
  }
}

/** Class of each kind of token; kinds that are missing look like ordinary text. */
export const tokenClasses: Readonly<Record<string, string>> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  comment: 'c',
  constant: 'n',
  function: 'f',
  parameter: 'p',
  link: 's',
  inserted: 'i',
  deleted: 'd',
};

/** Shiki as Astro's highlighter takes it. */
export const shikiConfig = {
  theme: 'css-variables' as const,
  langs: [...python, cython],
  langAlias: languageAliases,
  transformers: [withoutTimeLimit, classesInsteadOfStyles],
};
