import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import textRanges from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };
import codeRanges from '@fontsource-variable/source-code-pro/unicode.json' with { type: 'json' };

/** The bundle of a build lies in another folder; packages are found from the project's root. */
const { resolve } = createRequire(path.join(process.cwd(), 'package.json'));

/** A file of a font: some ranges of the characters of a family. */
export interface FontFile {
  /** Name of the family. */
  name: string;
  /** By which the renderer knows that it has read it. */
  key: string;
  /** Code points, the first and the last of each range. */
  unicodeRange: [number, number][];
  data: () => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A family as its package has it: many small files, each for some ranges of characters. The renderer reads those
 * that a text needs, each once.
 *
 * @param ranges name of each file, `latin` or `[98]`, with its ranges in the syntax of `unicode-range`
 */
function family(name: string, slug: string, ranges: Record<string, string>): FontFile[] {
  return Object.entries(ranges).map(([key, list]) => {
    const file = `files/${slug}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    return {
      name,
      key: file,
      unicodeRange: list.split(',').map(rangeOf),
      data: () => readFile(resolve(`@fontsource-variable/${slug}/${file}`)),
    };
  });
}

/** `U+4e00-4e8c` or `U+4e00` as the first and the last code point. */
function rangeOf(range: string): [number, number] {
  const [first = '', last = first] = range.slice('U+'.length).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** Everything that a card is set in. */
export const fonts: readonly FontFile[] = [
  ...family('Noto Sans SC', 'noto-sans-sc', textRanges),
  ...family('Source Code Pro', 'source-code-pro', codeRanges),
];
