import path from 'node:path';
import boundaries from 'eslint-plugin-boundaries';
import { looseFiles, pureRooms, rooms } from './rooms.mjs';

const root = path.dirname(import.meta.dirname);

/** @param {string} name a room, a file in a room or a loose file */
function selectorOf(name) {
  if (name in looseFiles) return { file: { categories: name } };
  const [type, ...internal] = name.split('/');
  const file = internal.length > 0 && { fileInternalPath: internal.join('/') };
  return { element: { type, ...file } };
}

/**
 * The part of ESLint's configuration that enforces the table of rooms: a file outside of every room, and an import
 * that the table doesn't list, are errors. Covers `import`, `import type`, `import()`, `export … from` and the scripts
 * of `.astro` files.
 */
export const architecture = {
  name: 'architecture',
  files: ['src/**'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { [path.join(import.meta.dirname, 'import-resolver.mjs')]: {} },
    'boundaries/root-path': root,
    'boundaries/elements': Object.keys(rooms)
      .filter((name) => !(name in looseFiles))
      .map((type) => ({ type, pattern: `src/${type}`, partialMatch: false })),
    'boundaries/files': Object.entries(looseFiles).map(([category, pattern]) => ({
      category,
      pattern,
    })),
    'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
    'boundaries/additional-dependency-nodes': [
      { selector: 'TSImportType > Literal', kind: 'type', name: 'import-type' },
    ],
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/no-unknown-dependencies': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkInternals: true,
        // The last policy that matches decides.
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          {
            from: pureRooms.map(selectorOf),
            disallow: {
              to: [
                { module: { origin: 'core' } },
                { module: { source: ['astro', 'astro:*', 'astro/**'] } },
              ],
            },
          },
          ...Object.entries(rooms).map(([name, allowed]) => ({
            from: selectorOf(name),
            allow: { to: [name, ...allowed].map(selectorOf) },
          })),
        ],
      },
    ],
  },
};
