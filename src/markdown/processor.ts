import {
  satteri,
  satteriCreateHighlightFn,
  satteriHighlightPlugin,
} from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { sectionOf } from '../domain/sections.ts';
import { features } from './features.ts';
import { shikiConfig } from './highlight.ts';

/**
 * Second lock behind `gate.ts`. The gate reads articles as MDX; those without components are rendered as
 * Markdown, where indentation and `<` mean something else. Whatever only Markdown would see as HTML or as
 * indented code stops the build here.
 */
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

/**
 * Astro's own highlighter, set up here instead of in Astro's configuration: there it warns at every build that
 * Shiki's styles break a Content-Security-Policy, which ours do not.
 */
const highlight = await satteriCreateHighlightFn('shiki', shikiConfig);
if (!highlight) throw new Error('Shiki did not start');

/** How the Markdown of articles becomes HTML, with components (MDX) or without. */
export const processorOptions = {
  mdastPlugins: [refuseHtml],
  hastPlugins: [satteriHighlightPlugin(highlight, undefined), sectionAnchors],
  features,
};

export const processor = satteri(processorOptions);
