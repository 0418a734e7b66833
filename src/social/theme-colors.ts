import { readFileSync } from 'node:fs';
import path from 'node:path';

const css = readFileSync(path.join(process.cwd(), 'src/styles/tokens.css'), 'utf8');

/** A color of `tokens.css`: `--ink: light-dark(#1d232b, #d9dfe6);`, or one for both themes: `--term-ink: #e3e8ee;`. */
const COLOR = /^ {2}(--[\w-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;$/gm;

const colors = new Map(
  [...css.matchAll(COLOR)].map(([, name = '', light = '', dark = light]) => [
    name,
    { light, dark },
  ]),
);

export type Theme = 'light' | 'dark';

/**
 * A color of the site for what is drawn without a browser.
 *
 * @param token name of the custom property: `--ink`
 * @throws when `tokens.css` has no such color
 */
export function color(token: string, theme: Theme = 'light'): string {
  const found = colors.get(token);
  if (!found) throw new Error(`src/styles/tokens.css: found no color ${token}`);
  return found[theme];
}

/** All colors of one theme as declarations of a style sheet. */
export function declarations(theme: Theme): string {
  return [...colors].map(([name, color]) => `${name}: ${color[theme]};`).join('\n');
}
