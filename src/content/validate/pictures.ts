import { isUtf8 } from 'node:buffer';
import type { Violation } from './validate-article.ts';
import { refuseSvg } from './svg.ts';

type Refused = Omit<Violation, 'line'>;

/** Maximum size of a picture, in bytes: about ten article pages, before the build compresses it. */
export const MAX_PICTURE_BYTES = 200_000;

/** Maximum width and height, in pixels: twice the widest text column, for high-density screens. */
const MAX_SIDE = 2_000;

/** Matches names of picture files; the first group is the extension. */
export const PICTURE_NAME = /^[\w-]+\.(png|jpe?g|webp|svg)$/;

/** Magic bytes by extension, checked first because sharp accepts more formats, including SVG. */
const BEGINNINGS = new Map([
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF.{4}WEBP/s],
]);

/**
 * Checks a picture; returns `undefined` if it may be published. The content must match the extension, be complete and not
 * too large, and an SVG may only draw.
 *
 * @param name file name that matches `PICTURE_NAME`
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
    return { found: `a file that is not ${allowed}`, allowed };
  }
  // Loaded only if the library has pictures: sharp is slow to load.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_SIDE * MAX_SIDE });
    const { width, height } = await picture.metadata();
    if (width > MAX_SIDE || height > MAX_SIDE) {
      const found = `a picture of ${width} by ${height} pixels`;
      return { found, allowed: `at most ${MAX_SIDE} by ${MAX_SIDE}` };
    }
    await picture.stats();
    return undefined;
  } catch {
    return { found: 'a picture that cannot be opened', allowed: `a complete ${allowed.slice(2)}` };
  }
}
