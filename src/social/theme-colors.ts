import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Matches `--ink: light-dark(#1d232b, #d9dfe6);`, and `--term-ink: #e3e8ee;` for a color that both themes share. */
const COLOR = /^ {2}(--[\w-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;$/gm;

export type Theme = 'light' | 'dark';

/** The colors of the site, for images that no browser draws. */
export class ThemeColors {
  readonly #colors: ReadonlyMap<string, Readonly<Record<Theme, string>>>;

  /** @param css text of `tokens.css` */
  constructor(css: string) {
    this.#colors = new Map(
      [...css.matchAll(COLOR)].map(([, token = '', light = '', dark = light]) => [
        token,
        { light, dark },
      ]),
    );
  }

  /**
   * Returns a color as `#rrggbb`.
   *
   * @param token name of the custom property: `--ink`
   * @throws {Error} if `tokens.css` has no such color
   */
  get(token: string, theme: Theme = 'light'): string {
    const color = this.#colors.get(token);
    if (!color) throw new Error(`src/styles/tokens.css: found no color ${token}`);
    return color[theme];
  }

  /** Returns all colors of a theme as CSS declarations. */
  declarations(theme: Theme): string {
    return [...this.#colors].map(([token, color]) => `${token}: ${color[theme]};`).join('\n');
  }
}

/** @param root the project's root folder */
export function readThemeColors(root: string): ThemeColors {
  return new ThemeColors(readFileSync(path.join(root, 'src/styles/tokens.css'), 'utf8'));
}
