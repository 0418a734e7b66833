/*
 * Resolves imports for `eslint-plugin-boundaries`, which takes resolvers of `eslint-plugin-import`. Every import in this
 * project is either relative with its extension or the name of a package, so no file system is needed.
 */
import path from 'node:path';

export const interfaceVersion = 2;

/**
 * @param {string} source as written in the import, possibly with a query of Vite's such as `?raw`
 * @param {string} file the importing file; ESLint calls a script of an `.astro` file `Page.astro/1.ts`
 */
export function resolve(source, file) {
  if (!source.startsWith('.')) return { found: false };
  const folder = path.dirname(file.replace(/(?<=\.astro)\/[^/]+$/, ''));
  return { found: true, path: path.resolve(folder, source.replace(/\?.*$/, '')) };
}
