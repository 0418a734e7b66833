import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Renderer, type ImageSource, type MeasuredNode } from '@takumi-rs/core';
import manifest from '../../package.json' with { type: 'json' };
import { layersSvg, logoSvg } from './card-images.ts';
import { cardSize } from './card-size.ts';
import type { CardText } from './card-text.ts';
import { cardTree, type CardImageName } from './card-tree.ts';
import { cardFonts, type FontFile } from './fonts.ts';
import { readThemeColors } from './theme-colors.ts';

/** Packages whose version affects how a card looks; all are pinned. */
const renderingPackages = [
  '@takumi-rs/core',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/source-code-pro',
] as const;

const LETTER_A = 0x41;
const hasLatin = ({ unicodeRange }: FontFile) =>
  unicodeRange.some(([first, last]) => first <= LETTER_A && LETTER_A <= last);

/**
 * Draws cards. Each font file is read at most once, when a card first needs it. The order in which cards are drawn does
 * not affect the result.
 */
export class CardRenderer {
  readonly #renderer = new Renderer();
  readonly #css: string[];
  readonly #images: ImageSource[];
  readonly #fonts: FontFile[];
  /** Hash of what all cards have in common. */
  readonly #commonHash: Hash;
  #latinFonts: Promise<void> | undefined;

  /** @param root the project's root folder */
  constructor(root: string, fonts: FontFile[] = cardFonts(root)) {
    const colors = readThemeColors(root);
    this.#css = [
      `.card {${colors.declarations('light')}} .panel {${colors.declarations('dark')}}`,
      readFileSync(path.join(root, 'src/social/card.css'), 'utf8'),
    ];
    const images: Record<CardImageName, string> = {
      logo: logoSvg(colors),
      layers: layersSvg(colors),
    };
    this.#images = Object.entries(images).map(([src, svg]) => ({ src, data: Buffer.from(svg) }));
    this.#fonts = fonts;
    const versions = renderingPackages.map((name) => manifest.dependencies[name]);
    this.#commonHash = createHash('sha256').update(
      JSON.stringify([versions, cardSize, this.#css, images]),
    );
  }

  /** Draws a card as PNG. */
  async draw(text: CardText): Promise<Uint8Array<ArrayBuffer>> {
    await this.#registerLatinFonts();
    return this.#renderer.render(cardTree(text), this.#options(text));
  }

  /** Lays a card out without drawing it. */
  async measure(text: CardText): Promise<MeasuredNode> {
    await this.#registerLatinFonts();
    return this.#renderer.measure(cardTree(text), this.#options(text));
  }

  /** Returns a digest of everything that a card depends on: cards with equal digests are byte-for-byte identical. */
  digest(text: CardText): string {
    const own = JSON.stringify([text.lang, cardTree(text)]);
    return this.#commonHash.copy().update(own).digest('hex');
  }

  /**
   * Registers the Latin file of each family before all others. The renderer loads files concurrently, and the line breaks
   * of a title can depend on which file of a family was registered first.
   */
  #registerLatinFonts(): Promise<void> {
    this.#latinFonts ??= (async () => {
      for (const font of this.#fonts.filter(hasLatin)) await this.#renderer.registerFont(font);
    })();
    return this.#latinFonts;
  }

  #options({ lang }: CardText) {
    return { ...cardSize, css: this.#css, fonts: this.#fonts, images: this.#images, lang };
  }
}
