import type { BlockReader } from './block.ts';
import { packageOfModule } from './module-names.ts';

const START = 'Extension modules: ';

/** The count at the end; a terminal may have wrapped the list. */
const END = /\(total: \d{1,6}\)\s{0,9}$/;
const MODULE = /^[A-Za-z_]\w{0,99}(?:\.\w{1,100}){0,20}$/;

/** Number of characters at the end of a line that are searched for the count. */
const END_LENGTH = 30;

/** Maximum number of lines of a wrapped list. */
const MAX_LINES = 200;

/**
 * Reads the list of extension modules that `faulthandler` prints when the interpreter crashes. It contains neither versions
 * nor modules of the standard library.
 */
export const readExtensionModules: BlockReader = (lines, start) => {
  if (!lines[start]?.startsWith(START)) return undefined;
  const isEnd = (index: number) => END.test((lines[index] ?? '').slice(-END_LENGTH));
  let last = start;
  while (!isEnd(last) && last + 1 < lines.length && last - start < MAX_LINES) last += 1;
  // A list without a count was cut off: read its first line only.
  if (!isEnd(last)) last = start;
  const names = new Set<string>();
  const text = lines
    .slice(start, last + 1)
    .join('')
    .slice(START.length);
  for (const part of text.replace(END, '').split(',')) {
    const module = part.trim();
    if (!MODULE.test(module)) continue;
    const name = packageOfModule(module);
    // A private top-level module belongs to a package of another name.
    if (!name.startsWith('_')) names.add(name);
  }
  return {
    kind: 'extension-modules',
    end: last + 1,
    packages: [...names].map((name) => ({ ecosystem: 'PyPI', name, line: start })),
  };
};
