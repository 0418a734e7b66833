import type { BlockReader } from './block.ts';
import { packageOfModule } from './module-names.ts';

const START = 'Extension modules: ';

/** The count at the end; the list may be broken over lines by a terminal. */
const END = /\(total: \d{1,6}\)\s{0,9}$/;
const MODULE = /^[A-Za-z_]\w{0,99}(?:\.\w{1,100}){0,20}$/;

/** All that is looked at of a line to see whether the list ends there. */
const END_LENGTH = 30;

/** A list that has no end within so many lines was cut off. */
const MAX_LINES = 200;

/**
 * The list of extension modules that the interpreter prints when it crashes (`faulthandler`). Modules of the standard
 * library are not in it; which versions are installed it does not say.
 */
export const readExtensionModules: BlockReader = (lines, at) => {
  if (!lines[at]?.startsWith(START)) return undefined;
  const isEnd = (index: number) => END.test((lines[index] ?? '').slice(-END_LENGTH));
  let last = at;
  while (!isEnd(last) && last + 1 < lines.length && last - at < MAX_LINES) last += 1;
  // Not finished: then it ends with its line.
  if (!isEnd(last)) last = at;
  const names = new Set<string>();
  const text = lines
    .slice(at, last + 1)
    .join('')
    .slice(START.length);
  for (const part of text.replace(END, '').split(',')) {
    const module = part.trim();
    if (!MODULE.test(module)) continue;
    const name = packageOfModule(module);
    // Some packages bring modules of their own beside themselves; no package is called like that.
    if (!name.startsWith('_')) names.add(name);
  }
  return {
    kind: 'extension-modules',
    end: last + 1,
    packages: [...names].map((name) => ({ ecosystem: 'PyPI', name, line: at })),
  };
};
