import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../support/astro-project.ts';
import { FIXTURE_LIBRARY } from '../support/root.ts';

let project: string;

beforeAll(() => {
  project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
});

afterAll(() => rmSync(project, { recursive: true }));

/** Runs the command in the project. */
function runBuild(...args: string[]) {
  // Vitest sets these for the modules it runs; Vite would read them too.
  const { BASE_URL, MODE, DEV, PROD, SSR, NODE_ENV, VITEST, ...env } = process.env;
  const command = ['src/cli/build/build-command.ts', ...args];
  const { status, stdout, stderr } = spawnSync('node', command, {
    ...{ cwd: project, env: { ...env, NO_COLOR: '1' }, encoding: 'utf8' },
  });
  return { status, stdout, stderr };
}

/** Leaves out Astro's warnings: the library of the tests lacks some collections. */
const withoutWarnings = (text: string) => text.replace(/^.*\[WARN\].*\n/gm, '');

/** Replaces numbers by `#`, and the spaces before them by two. */
const withoutNumbers = (text: string) => text.replace(/\d[\d,.]*/g, '#').replace(/ {2,}#/g, '  #');

test('a build reports in ten lines what it did and what the site consists of', () => {
  const { status, stdout, stderr } = runBuild();
  expect(withoutNumbers(withoutWarnings(stdout))).toBe(`✓ content checked and rendered (# s)
✓ # pages and data files, cards (# s)
✓ full-text index, forwarding addresses (# s)
dist/: # files, # MB, in # s
  articles  # files  # MB
  forwarding addresses  # files  # MB
  cards and badges  # files  # MB
  full-text index  # files  # MB
  API  # files  # MB
  everything else  # files  # MB
`);
  expect([status, stderr]).toEqual([0, '']);
});

test('--verbose prints every page', () => {
  const { status, stdout } = runBuild('--verbose');
  expect(stdout).toContain('/zh/articles/index.html');
  expect(status).toBe(0);
});

test('a problem in an article is reported with file and line, without a stack', () => {
  const file = path.join(project, 'content/articles/demo-crash/en.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^status: .*$/m, 'status: solved'));
  const line = text.split('\n').findIndex((one) => one.startsWith('status: ')) + 1;
  try {
    expect(runBuild()).toEqual({
      status: 1,
      stdout: '',
      stderr: `1 problem in content/
content/articles/demo-crash/en.mdx:${line} status: found "solved"; allowed: fixed, workaround, open, by-design
`,
    });
  } finally {
    writeFileSync(file, text);
  }
});
