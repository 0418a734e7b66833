import { renderer } from './renderer.ts';

/** `{{name}}`; GitHub's `${{ ... }}` is left alone. */
const PLACEHOLDER = /(?<!\$)\{\{(\w+)\}\}/g;

/**
 * Renders a page of our own prose: Markdown as in articles, with `{{name}}` for values that only the build knows.
 *
 * @returns HTML
 * @throws {Error} if a placeholder has no value
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
