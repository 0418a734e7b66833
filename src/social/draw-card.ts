import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Renderer } from '@takumi-rs/core';
import manifest from '../../package.json' with { type: 'json' };
import { cardSize } from './card-size.ts';
import type { CardText } from './card-text.ts';
import { cardTree, drawingNames } from './card-tree.ts';
import { logo, strata } from './drawings.ts';
import { fonts as ownFonts } from './fonts.ts';
import { declarations } from './theme-colors.ts';

const sheets = [
  `.card {${declarations('light')}} .panel {${declarations('dark')}}`,
  readFileSync(path.join(process.cwd(), 'src/social/card.css'), 'utf8'),
];
const drawings = { [drawingNames.logo]: logo(), [drawingNames.strata]: strata() };

/** Packages whose other version would draw another picture; their versions are pinned. */
const drawnWith = [
  '@takumi-rs/core',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/source-code-pro',
] as const;

/**
 * Draws cards. One renderer reads each file of the fonts at most once, when the first card needs it, and what it
 * has drawn before changes no card that comes after.
 */
export function newCardRenderer(fonts = ownFonts) {
  const renderer = new Renderer();
  const options = {
    ...cardSize,
    css: sheets,
    fonts: [...fonts],
    images: Object.entries(drawings).map(([src, svg]) => ({ src, data: Buffer.from(svg) })),
  };
  return {
    /** Draws a card as a PNG. */
    draw: (text: CardText): Promise<Uint8Array<ArrayBuffer>> =>
      renderer.render(cardTree(text), { ...options, lang: text.lang }),
    /** Lays a card out without drawing it. */
    measure: (text: CardText) => renderer.measure(cardTree(text), { ...options, lang: text.lang }),
  };
}

/** A digest of everything that goes into a picture: two of one digest are the same to the byte. */
export function cardDigest(text: CardText): string {
  const versions = drawnWith.map((name) => manifest.dependencies[name]);
  const input = [versions, cardSize, sheets, drawings, text.lang, cardTree(text)];
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}
