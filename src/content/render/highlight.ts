import { bundledLanguages, type LanguageRegistration, type ShikiTransformer } from 'shiki';
import python from 'shiki/langs/python.mjs';

/** Python's grammar with Cython's keywords and C types. Shiki has no grammar for Cython. */
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

/** Languages of code blocks that Shiki does not know: `message` is the output of a failing program. */
const languageAliases = { message: 'plaintext' };

/** Languages that a code block may have. */
export const fenceLanguages: ReadonlySet<string> = new Set([
  ...Object.keys(bundledLanguages),
  ...Object.keys(languageAliases),
  cython.name,
  'text',
]);

/** A style of Shiki's CSS variables theme: `color:var(--astro-code-token-string-expression)`. */
const TOKEN_STYLE = /^color:var\(--astro-code-(?:token-)?([a-z-]+)\)$/;

/** The title of a code block, after its language: `title="walrus.pyx"`. */
const TITLE = /\btitle="([^"]*)"/;

/**
 * Turns off Shiki's limit of half a second a line, which made output depend on the load of the machine: the first line of
 * a language can take as long. The length of lines is limited by the validator instead.
 */
const withoutTimeLimit: ShikiTransformer = {
  name: 'without-time-limit',
  preprocess(_, options) {
    options.tokenizeTimeLimit = 0;
  },
};

/**
 * Makes code blocks fit for a strict Content-Security-Policy, and small: one-letter classes instead of style attributes,
 * and no element around text in the default color. Wraps the block in a `<figure>`, captioned with its title if it has one.
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

/** Astro excludes the `+` and `-` of a diff from the selection with a style attribute; this replaces it by a class. */
function markDiffSigns(node: Parameters<NonNullable<ShikiTransformer['pre']>>[0]): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.properties['style'] === 'user-select: none;') child.properties = { class: 'sign' };
    markDiffSigns(child);
  }
}

/** Classes by Shiki's token names. Tokens without one get the default color. */
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

/** Shiki's options in the form that Astro takes. */
export const shikiConfig = {
  theme: 'css-variables' as const,
  langs: [...python, cython],
  langAlias: languageAliases,
  transformers: [withoutTimeLimit, classesInsteadOfStyles],
};
