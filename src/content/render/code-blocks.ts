import { satteriCreateHighlightFn } from '@astrojs/markdown-satteri';
import type { HastNode } from 'satteri';
import { hastToHtml } from 'shiki';
import { shikiConfig } from './highlight.ts';

/** Like Markdown's own renderer: `&lt;`, not `&#x3C;`. */
const CHARACTER_REFERENCES = { useNamedReferences: true };

/** HTML of code blocks by language, title and code: an article and its translations have the same ones. */
const rendered = new Map<string, Promise<string>>();

let highlighter: ReturnType<typeof startHighlighter> | undefined;

async function startHighlighter() {
  // Astro's own. In Astro's configuration it would warn at every build that Shiki's styles break the
  // Content-Security-Policy; ours are classes.
  const highlight = await satteriCreateHighlightFn('shiki', shikiConfig);
  if (!highlight) throw new Error('Shiki did not start');
  return highlight;
}

/** Highlights a code block. Returns its element. */
export async function highlightCode(code: string, language: string, meta?: string) {
  highlighter ??= startHighlighter();
  return (await highlighter)(code, language, meta);
}

/** Highlights a code block. Returns a node with its HTML: kept as elements, the blocks of a library would fill the memory. */
export async function codeBlockHtml(
  code: string,
  language: string,
  meta?: string,
): Promise<HastNode> {
  const key = JSON.stringify([language, meta, code]);
  const html =
    rendered.get(key) ??
    highlightCode(code, language, meta).then((node) =>
      hastToHtml(node, { characterReferences: CHARACTER_REFERENCES }),
    );
  rendered.set(key, html);
  return { type: 'raw', value: await html };
}
