import {
  satteri,
  satteriCreateHighlightFn,
  satteriHighlightPlugin,
} from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { sectionOf } from '../../domain/facts/sections.ts';
import { features } from './features.ts';
import { shikiConfig } from './highlight.ts';

/** Second lock behind `gate.ts`: what got past it as HTML stops the build here. */
const refuseHtml = defineMdastPlugin({
  name: 'refuse-html',
  html(node) {
    throw new Error(`HTML in an article: ${JSON.stringify(node.value.slice(0, 60))}`);
  },
});

/** Gives the known sections their anchors before Astro numbers the rest. */
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

/** The column of a table is aligned by a class: a style attribute is what the Content-Security-Policy refuses. */
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

/**
 * Astro's own highlighter, set up here instead of in Astro's configuration: there it warns at every build that
 * Shiki's styles break a Content-Security-Policy, which ours do not.
 */
const highlight = await satteriCreateHighlightFn('shiki', shikiConfig);
if (!highlight) throw new Error('Shiki did not start');

/** How the Markdown of articles becomes HTML, with components (MDX) or without. */
export const processorOptions = {
  mdastPlugins: [refuseHtml],
  hastPlugins: [satteriHighlightPlugin(highlight, undefined), sectionAnchors, alignmentByClass],
  features,
};

export const processor = satteri(processorOptions);
