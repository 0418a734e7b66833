import { bundledLanguages, type LanguageRegistration, type ShikiTransformer } from 'shiki';
import python from 'shiki/langs/python.mjs';

/**
 * Grammar for Cython, which Shiki lacks: Python's grammar plus Cython's keywords and types.
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

/** Fence languages that Shiki does not know: `message` is the output of a failing program. */
const languageAliases = { message: 'plaintext' };

/** Languages that a code fence may name. */
export const fenceLanguages: ReadonlySet<string> = new Set([
  ...Object.keys(bundledLanguages),
  ...Object.keys(languageAliases),
  cython.name,
  'text',
]);

/** Matches the styles of Shiki's CSS variables theme: `color:var(--astro-code-token-string-expression)`. */
const TOKEN_STYLE = /^color:var\(--astro-code-(?:token-)?([a-z-]+)\)$/;

/** Matches the title after the language of a fence: `title="walrus.pyx"`. */
const TITLE = /\btitle="([^"]*)"/;

/**
 * Disables Shiki's time limit of half a second per line. On a busy machine the first line of a language can exceed it, so
 * builds of the same text would differ. The gate bounds the size of articles.
 */
const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_, options) {
    options.tokenizeTimeLimit = 0;
  },
};

/**
 * Replaces style attributes with short classes (`k` for `keyword`), as a strict Content-Security-Policy requires, removes
 * elements around uncolored text, and wraps the block in a `<figure>` with the title of the fence as its caption.
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

/** Excludes the `+` and `-` of a diff from selection with a class, where Astro uses a style attribute. */
function markDiffSigns(node: Parameters<NonNullable<ShikiTransformer['pre']>>[0]): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.properties['style'] === 'user-select: none;') child.properties = { class: 'sign' };
    markDiffSigns(child);
  }
}

/** Class of each token type; types that are missing are not colored. */
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

/** Shiki configuration in the form that Astro's highlighter takes. */
export const shikiConfig = {
  theme: 'css-variables' as const,
  langs: [...python, cython],
  langAlias: languageAliases,
  transformers: [withoutTimeLimit, classesInsteadOfStyles],
};
