import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { processorOptions } from './processor.ts';

const renderer = await createSatteriMarkdownProcessor({
  ...processorOptions,
  // The options already include a highlighter.
  syntaxHighlight: false,
});

const PLACEHOLDER = /(?<!\$)\{\{(\w+)\}\}/g;

/**
 * Renders a guide to HTML: Markdown as in articles, with `{{name}}` for values that are known at build time. GitHub's
 * `${{ ... }}` is left alone.
 *
 * @throws {Error} for a name without a value
 */
export async function renderGuide(
  markdown: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const filled = markdown.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The guide uses {{${name}}}, which has no value`);
    return value;
  });
  const { code } = await renderer.render(filled);
  return code;
}
