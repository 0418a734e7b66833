import { isUtf8 } from 'node:buffer';
import type { Violation } from './validate-article.ts';
import { refuseSvg } from './svg.ts';

type Refused = Omit<Violation, 'line'>;

/** A page weighs 20 KB; a picture of a terminal or a diagram is a few times that before the build makes it smaller. */
export const MAX_PICTURE_BYTES = 200_000;

/** Twice what the widest column of text shows, for screens of two dots a pixel. */
const MAX_SIDE = 2_000;

/** Names of files that are pictures. */
export const PICTURE_NAME = /^[\w-]+\.(png|jpe?g|webp|svg)$/;

/** How each kind begins. The library that reads pictures would read others too, SVG among them. */
const BEGINNINGS = new Map([
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF.{4}WEBP/s],
]);

/**
 * What is wrong with a picture, or `undefined`: it must be what its name says, of a size that a page can carry, whole,
 * and in SVG mere drawing.
 *
 * @param name of the file, one that `PICTURE_NAME` accepts
 */
export async function refusePicture(name: string, bytes: Uint8Array): Promise<Refused | undefined> {
  const extension = PICTURE_NAME.exec(name)?.[1] ?? '';
  if (extension === 'svg') {
    return isUtf8(bytes)
      ? refuseSvg(new TextDecoder().decode(bytes))
      : { found: 'SVG that is not UTF-8', allowed: 'UTF-8' };
  }
  const allowed = `a .${extension} picture`;
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (!BEGINNINGS.get(extension)?.test(beginning)) {
    return { found: `a file that is no ${allowed.slice(2)}`, allowed };
  }
  // Only a library with pictures has to wait for it.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_SIDE * MAX_SIDE });
    const { width, height } = await picture.metadata();
    if (width > MAX_SIDE || height > MAX_SIDE) {
      const found = `a picture of ${width} by ${height} dots`;
      return { found, allowed: `at most ${MAX_SIDE} by ${MAX_SIDE}` };
    }
    await picture.stats();
    return undefined;
  } catch {
    return { found: 'a picture that does not open', allowed: `a whole ${allowed.slice(2)}` };
  }
}
