import { satteri, satteriHighlightPlugin } from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { sectionOf } from '../../domain/facts/sections.ts';
import { splitAtHyphenated } from '../../domain/text/line-pieces.ts';
import { highlightCode } from './code-blocks.ts';
import { features } from './features.ts';

/** Stops the build at HTML that `validateArticle` should have rejected: a second line of defense. */
const rejectHtml = defineMdastPlugin({
  name: 'reject-html',
  html(node) {
    throw new Error(`HTML in an article: ${JSON.stringify(node.value.slice(0, 60))}`);
  },
});

/** Sets the ids of known sections. Astro generates the others later. */
const sectionAnchors = defineHastPlugin({
  name: 'section-anchors',
  element: {
    filter: ['h2'],
    visit(node, context) {
      const section = sectionOf(context.textContent(node));
      if (section) context.setProperty(node, 'id', section);
    },
  },
});

/** Aligns table columns with classes: the Content-Security-Policy forbids style attributes. */
const alignmentByClass = defineHastPlugin({
  name: 'alignment-by-class',
  element: {
    filter: ['td', 'th'],
    visit(node, context) {
      const side = /^text-align: (center|right)$/.exec(
        String(node.properties?.['style'] ?? ''),
      )?.[1];
      context.setProperty(node, 'style', null);
      if (side) context.setProperty(node, 'class', side);
    },
  },
});

/** Keeps words with hyphens in inline code whole, see `splitAtHyphenated`. */
const wholeWords = defineHastPlugin({
  name: 'whole-words',
  element: {
    filter: ['code'],
    visit(node, context) {
      const parent = context.parent(node);
      if (parent?.type === 'element' && parent.tagName === 'pre') return;
      const pieces = splitAtHyphenated(context.textContent(node));
      if (!pieces.some(({ isWhole }) => isWhole)) return;
      const children = pieces.map(({ text, isWhole }) => {
        const value = { type: 'text' as const, value: text };
        return isWhole
          ? {
              type: 'element' as const,
              tagName: 'span',
              properties: { class: 'whole' },
              children: [value],
            }
          : value;
      });
      context.replaceNode(node, { ...node, children });
    },
  },
});

/** Plugins for articles, Markdown or MDX. */
export const mdastPlugins = [rejectHtml];
export const hastPlugins = [sectionAnchors, alignmentByClass, wholeWords];

/** Compiles the articles that use components. */
export const processor = satteri({
  mdastPlugins,
  hastPlugins: [satteriHighlightPlugin(highlightCode, undefined), ...hastPlugins],
  features,
});
