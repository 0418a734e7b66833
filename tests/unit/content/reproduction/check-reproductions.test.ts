import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { checkReproductions } from '../../../../src/content/reproduction/check-reproductions.ts';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { libraryWithReproduction, REPRODUCTION } from '../../../support/reproduction-library.ts';

const ARTICLE = 'content/articles/demo-crash/en.mdx';
const PLAN = `broken: {}
steps:
  - run: python run.py
    broken: { exit: crash, prints: [{ article: demo is broken }] }
`;

/** Returns the problems of the library and of its reproductions. */
async function problemsOf(root: string): Promise<string[]> {
  const { articles, problems } = await readLibrary(root, '2026-03-01');
  const found = checkReproductions(root, '2026-03-01', articles);
  return [...problems, ...found.problems].map(formatProblem);
}

/** Adds a section with code blocks to the article. */
const section = (text: string) => ({
  file: ARTICLE,
  from: '## What to do\n\nUpgrade.\n',
  to: `## What to do\n\nUpgrade.\n\n## Reproduce it\n\n${text}\n`,
});
const runFile = section('```python title="run.py"\nimport demo\ndemo.crash()\n```');

test('accepts files that are equal to the code blocks', async () => {
  const files = { 'reproduce.yaml': PLAN, 'run.py': 'import demo\ndemo.crash()\n' };
  expect(await problemsOf(libraryWithReproduction(files, runFile))).toEqual([]);
});

test('accepts a block that is equal to the file of one side', async () => {
  const files = {
    'reproduce.yaml': PLAN,
    'broken/run.py': 'import demo\ndemo.crash()\n',
    'fixed/run.py': 'import demo\n',
  };
  expect(await problemsOf(libraryWithReproduction(files, runFile))).toEqual([]);
});

test('reads dotfiles, such as the configuration of cargo', async () => {
  const files = { 'reproduce.yaml': PLAN, '.cargo/config.toml': '[build]\n' };
  const block = section('```toml title=".cargo/config.toml"\n[build]\n```');
  expect(await problemsOf(libraryWithReproduction(files, block))).toEqual([]);
});

describe('reports', () => {
  test('the line in which a block and its file differ', async () => {
    const files = { 'reproduce.yaml': PLAN, 'run.py': 'import demo\ndemo.crash(1)\n' };
    expect(await problemsOf(libraryWithReproduction(files, runFile))).toEqual([
      `${ARTICLE}:40 text: found "demo.crash()"; allowed: "demo.crash(1)", as in reproduce/run.py; the two must be equal`,
    ]);
  });

  test('a block without its file', async () => {
    expect(await problemsOf(libraryWithReproduction({ 'reproduce.yaml': PLAN }, runFile))).toEqual([
      `${ARTICLE}:39 text: found the file run.py, which reproduce/ does not have; allowed: reproduce/run.py with this text, or a block without title`,
    ]);
  });

  test('output that the article does not show', async () => {
    const plan = PLAN.replace('demo is broken', 'demo is whole');
    expect(await problemsOf(libraryWithReproduction({ 'reproduce.yaml': plan }))).toEqual([
      `${REPRODUCTION}/reproduce.yaml:4 article: found text that no output of the article contains; allowed: part of one output`,
    ]);
  });

  test('pip in an environment without it', async () => {
    const plan = `packages: [demo]\n${PLAN}  - run: python -m pip install demo\n`;
    expect(await problemsOf(libraryWithReproduction({ 'reproduce.yaml': plan }))).toEqual([
      `${REPRODUCTION}/reproduce.yaml:1 packages: found a command that runs pip, without pip among the packages; allowed: such as pip==26.3`,
    ]);
    const withPip = plan.replace('[demo]', '[demo, pip==26.3]');
    expect(await problemsOf(libraryWithReproduction({ 'reproduce.yaml': withPip }))).toEqual([]);
    const withUv = plan.replace('python -m pip', 'uv pip');
    expect(await problemsOf(libraryWithReproduction({ 'reproduce.yaml': withUv }))).toEqual([]);
  });

  test('a mistake in the plan with its line', async () => {
    const plan = PLAN.replace('exit: crash', 'exit: boom');
    expect(await problemsOf(libraryWithReproduction({ 'reproduce.yaml': plan }))).toEqual([
      `${REPRODUCTION}/reproduce.yaml:4 steps[0].broken.exit: found "boom"; allowed: crash, error, timeout, SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGINT, SIGTERM, SIGKILL`,
    ]);
  });

  test('a measured range without a reproduction', async () => {
    const root = libraryWith({
      file: ARTICLE,
      from: 'fixed: "1.2.0" }',
      to: 'fixed: "1.2.0", measured: 2026-02-01 }',
    });
    expect(await problemsOf(root)).toEqual([
      `${ARTICLE}:13 affected[0].measured: found 2026-02-01 in an article without reproduce/; allowed: nothing; only npm run reproduce measures ranges`,
    ]);
  });

  test('a folder without a plan', async () => {
    expect(await problemsOf(libraryWithReproduction({ 'run.py': '' }))).toEqual([
      `${REPRODUCTION} file: found no reproduce.yaml; allowed: reproduce.yaml, see docs/REPRODUCTIONS.md`,
    ]);
  });

  test('links, which could lead out of the folder', async () => {
    const root = libraryWithReproduction({ 'reproduce.yaml': PLAN });
    symlinkSync('/etc/passwd', path.join(root, REPRODUCTION, 'run.py'));
    expect(await problemsOf(root)).toEqual([
      `${REPRODUCTION}/run.py file: found a symbolic link; allowed: the file itself`,
    ]);
  });

  test('a link in the place of the folder', async () => {
    const root = libraryWithReproduction({ 'reproduce.yaml': PLAN });
    rmSync(path.join(root, REPRODUCTION), { recursive: true });
    symlinkSync('/etc', path.join(root, REPRODUCTION));
    expect(await problemsOf(root)).toEqual([
      `${REPRODUCTION} file: found a symbolic link; allowed: the file itself`,
    ]);
  });

  test('a file in the place of the folder', async () => {
    const root = libraryWithReproduction({ 'reproduce.yaml': PLAN });
    rmSync(path.join(root, REPRODUCTION), { recursive: true });
    writeFileSync(path.join(root, REPRODUCTION), '');
    expect(await problemsOf(root)).toEqual([
      `${REPRODUCTION} file: found a file; allowed: a folder`,
    ]);
  });

  test('files that are too large, and too many', async () => {
    const large = { 'reproduce.yaml': PLAN, 'run.py': 'x'.repeat(50_001) };
    expect(await problemsOf(libraryWithReproduction(large))).toEqual([
      `${REPRODUCTION}/run.py file: found 50001 bytes; allowed: at most 50000`,
    ]);
    const names = Array.from({ length: 40 }, (_, index) => [`${index}.py`, '']);
    const many = { ...Object.fromEntries(names), 'reproduce.yaml': PLAN };
    expect(await problemsOf(libraryWithReproduction(many))).toEqual([
      `${REPRODUCTION} file: found more than 40 files; allowed: at most 40`,
    ]);
  });

  test('folders that are nested too deeply', async () => {
    const root = libraryWithReproduction({ 'reproduce.yaml': PLAN });
    mkdirSync(path.join(root, REPRODUCTION, 'a/b/c/d'), { recursive: true });
    expect(await problemsOf(root)).toEqual([
      `${REPRODUCTION}/a/b/c/d file: found a folder; allowed: a folder at most 3 levels deep`,
    ]);
  });
});
