import {
  satteri,
  satteriCreateHighlightFn,
  satteriHighlightPlugin,
} from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { sectionOf } from '../../domain/facts/sections.ts';
import { features } from './features.ts';
import { shikiConfig } from './highlight.ts';

/** Second line of defense after `gate.ts`: HTML that got past it stops the build. */
const refuseHtml = defineMdastPlugin({
  name: 'refuse-html',
  html(node) {
    throw new Error(`HTML in an article: ${JSON.stringify(node.value.slice(0, 60))}`);
  },
});

/** Sets the anchors of known sections before Astro generates the others. */
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

/** Aligns table columns with a class, since the Content-Security-Policy forbids style attributes. */
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
 * Astro's own highlighter, set up here and not in Astro's configuration, which would warn on every build that Shiki's
 * styles violate a Content-Security-Policy. Ours do not.
 */
const highlight = await satteriCreateHighlightFn('shiki', shikiConfig);
if (!highlight) throw new Error('Shiki did not start');

/** Options for rendering articles to HTML, as Markdown or MDX. */
export const processorOptions = {
  mdastPlugins: [refuseHtml],
  hastPlugins: [satteriHighlightPlugin(highlight, undefined), sectionAnchors, alignmentByClass],
  features,
};

export const processor = satteri(processorOptions);
