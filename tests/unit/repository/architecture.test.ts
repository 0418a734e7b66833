import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { looseFiles, pureRooms, rooms } from '../../../eslint/rooms.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId.startsWith('boundaries/'),
});

/** Returns the lines on which the architecture rules report a problem, as written. */
async function refusedLines(filePath: string, lines: readonly string[]): Promise<string[]> {
  const [result] = await eslint.lintText(lines.join('\n'), { filePath: path.join(root, filePath) });
  const numbers = new Set(result?.messages.map(({ line }) => line));
  return lines.filter((_, index) => numbers.has(index + 1));
}

const looseFile = (name: string) => looseFiles[name as keyof typeof looseFiles];
const fileIn = (room: string) => looseFile(room) ?? `src/${room}/example.ts`;

/** An import of a file in a room, or of the file itself where the table names one. */
function importOf(name: string, from: string): string {
  const target = name.includes('/') ? `src/${name}` : fileIn(name);
  const relative = path.posix.relative(path.posix.dirname(from), target);
  return `import '${relative.startsWith('.') ? relative : `./${relative}`}';`;
}

test.each(Object.keys(rooms))('%s imports the rooms in the table and no others', async (room) => {
  const file = fileIn(room);
  const allowed = [room, ...(rooms[room] ?? [])];
  const others = Object.keys({ ...rooms, ...looseFiles }).filter((name) => !allowed.includes(name));
  const lines = (names: readonly string[]) => names.map((name) => importOf(name, file));

  expect(await refusedLines(file, lines(allowed))).toEqual([]);
  expect(await refusedLines(file, lines(others))).toEqual(lines(others));
});

test('the table lists a room below those that import it', () => {
  const names = Object.keys(rooms);
  for (const [index, allowed] of Object.values(rooms).entries()) {
    const imported = allowed.map((name) => name.split('/')[0] ?? name);
    const above = imported.filter((name) => names.indexOf(name) >= index);
    expect(above, names[index]).toEqual([]);
  }
});

test('every form of import is checked', async () => {
  const lines = [
    `import type { Article } from '../../site/library.ts';`,
    `export * from '../../site/library.ts';`,
    `export const library = () => import('../../site/library.ts');`,
    `export type Library = import('../../site/library.ts').Library;`,
  ];
  expect(await refusedLines('src/domain/facts/example.ts', lines)).toEqual(lines);
});

test('frontmatter and scripts of .astro files are checked', async () => {
  const frontmatter = `import '../pages/example.ts';`;
  const script = `import '../cli/example.ts';`;
  const lines = [
    '---',
    frontmatter,
    `import '../client/theme.js?raw';`,
    '---',
    '<script>',
    script,
    `import '../client/example.ts';`,
    '</script>',
  ];
  expect(await refusedLines('src/components/Example.astro', lines)).toEqual([frontmatter, script]);
});

test.each(pureRooms)('%s imports neither Node nor Astro', async (room) => {
  const lines = [
    `import 'node:path';`,
    `import 'fs';`,
    `import 'astro';`,
    `import 'astro/zod';`,
    `import 'astro:content';`,
  ];
  expect(await refusedLines(fileIn(room), [...lines, `import 'zod';`])).toEqual(lines);
});

test.each(['src/example.ts', 'src/knowledge/example.ts'])('%s is in no room', async (file) => {
  const line = 'export {};';
  expect(await refusedLines(file, [line])).toEqual([line]);
});

test('a file outside of src is not imported', async () => {
  const line = `import '../../tests/support/example.ts';`;
  expect(await refusedLines('src/pages/example.ts', [line])).toEqual([line]);
});

/** Returns every import cycle below a folder, type-only imports included. */
async function cyclesIn(baseDir: string): Promise<string[][]> {
  const { output } = await cruise(['.'], {
    baseDir,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: [{ name: 'no-circular', from: {}, to: { circular: true } }] },
  });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ cycle = [] }) => cycle.map(({ name }) => name));
}

test('src has no import cycle', async () => {
  expect(await cyclesIn(path.join(root, 'src'))).toEqual([]);
});

test('a cycle of type imports is found', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cycle-'));
  try {
    await writeFile(
      path.join(folder, 'a.ts'),
      `import type { B } from './b.ts';\nexport type A = B;`,
    );
    await writeFile(
      path.join(folder, 'b.ts'),
      `import type { A } from './a.ts';\nexport type B = A;`,
    );
    expect(await cyclesIn(folder)).toEqual([['b.ts', 'a.ts']]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
