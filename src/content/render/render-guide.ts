import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { processorOptions } from './processor.ts';

const renderer = await createSatteriMarkdownProcessor({
  ...processorOptions,
  // The options have a highlighter of their own.
  syntaxHighlight: false,
});

const PLACEHOLDER = /(?<!\$)\{\{(\w+)\}\}/g;

/**
 * A page of the site's own prose, as HTML: Markdown as articles have it, with `{{name}}` for what is known only at
 * build. GitHub's `${{ ... }}` stays.
 *
 * @throws Error for a name that has no value
 */
export async function renderGuide(
  markdown: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const filled = markdown.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A guide asks for {{${name}}}, which has no value`);
    return value;
  });
  const { code } = await renderer.render(filled);
  return code;
}
