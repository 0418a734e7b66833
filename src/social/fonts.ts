import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import textRanges from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };
import codeRanges from '@fontsource-variable/source-code-pro/unicode.json' with { type: 'json' };

/** A font file that covers part of a family's characters. */
export interface FontFile {
  /** Name of the family. */
  name: string;
  /** Identifies the file: the renderer loads each key once. */
  key: string;
  /** Ranges of code points, first and last inclusive. */
  unicodeRange: [number, number][];
  data: () => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Returns the font files of a card's families. Each family is split into many small files, and the renderer reads only
 * those that a text needs.
 *
 * @param root the project's root folder, from which the font packages are resolved
 */
export function cardFonts(root: string): FontFile[] {
  const { resolve } = createRequire(path.join(root, 'package.json'));
  // Each file is named after its subset: `latin`, or `[98]` for a numbered one.
  const family = (name: string, slug: string, ranges: Record<string, string>) =>
    Object.entries(ranges).map(([subset, list]): FontFile => {
      const key = `files/${slug}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`;
      return {
        name,
        key,
        unicodeRange: list.split(',').map(parseRange),
        data: () => readFile(resolve(`@fontsource-variable/${slug}/${key}`)),
      };
    });
  return [
    ...family('Noto Sans SC', 'noto-sans-sc', textRanges),
    ...family('Source Code Pro', 'source-code-pro', codeRanges),
  ];
}

/** Parses `U+4e00-4e8c` or `U+4e00`. */
function parseRange(range: string): [number, number] {
  const [first = '', last = first] = range.slice('U+'.length).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
