import { createSatteriMarkdownProcessor, satteriHighlightPlugin } from '@astrojs/markdown-satteri';
import { codeBlockHtml } from './code-blocks.ts';
import { features } from './features.ts';
import { hastPlugins, mdastPlugins } from './processor.ts';

/** Renders Markdown. Pages call it, so that no build stores the HTML of the whole library. */
export const renderer = await createSatteriMarkdownProcessor({
  mdastPlugins,
  hastPlugins: [satteriHighlightPlugin(codeBlockHtml, undefined), ...hastPlugins],
  features,
  // The plugin above highlights.
  syntaxHighlight: false,
});
