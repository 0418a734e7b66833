import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { findProgram } from '../../support/find-program.ts';
import { folderWith } from '../../support/folder.ts';
import { root } from '../../support/root.ts';

const hasJq = findProgram(['jq']) !== undefined;
if (!hasJq) console.warn('Left out, since jq was not found: the test of propose-newest.sh.');

/** Makes a clone with one commit and its origin, and programs that come first in the search path. */
function clone(files: Record<string, string>, programs: Record<string, string>) {
  const folder = folderWith(
    Object.fromEntries([
      ...Object.entries(files).map(([name, text]) => [`clone/${name}`, text]),
      ...Object.entries(programs).map(([name, text]) => [`bin/${name}`, `#!/bin/sh\n${text}\n`]),
      ['clone/README.md', ''],
    ]),
  );
  for (const name of Object.keys(programs)) chmodSync(path.join(folder, 'bin', name), 0o755);
  const cwd = path.join(folder, 'clone');
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
  execFileSync('git', ['init', '-q', '--bare', path.join(folder, 'origin')]);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  git('remote', 'add', 'origin', path.join(folder, 'origin'));
  const run = (script: string, env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(path.join(root, '.github/scripts', script), {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        PATH: [path.join(folder, 'bin'), process.env['PATH']].join(path.delimiter),
        BRANCH: 'newest-releases',
        RUNNER_TEMP: folder,
        LOG: path.join(folder, 'log'),
      },
    });
    return { status, output: stdout + stderr };
  };
  return { folder, cwd, git, run };
}

describe('a pull request', () => {
  const npm = 'echo "npm $*"';
  const plan = 'content/articles/demo-crash/reproduce/reproduce.yaml';

  test('runs the articles with a reproduction that it changes', () => {
    const files = {
      [plan]: 'a',
      'content/articles/demo-crash/en.mdx': 'a',
      'content/articles/demo-hang/en.mdx': 'a',
    };
    const { git, run, cwd } = clone(files, { npm });
    for (const name of ['demo-crash', 'demo-hang']) {
      execFileSync('sh', ['-c', `echo b >> content/articles/${name}/en.mdx`], { cwd });
    }
    git('commit', '-q', '-a', '-m', 'second');
    expect(run('reproduce-changed.sh')).toEqual({
      status: 0,
      output: 'npm run -s reproduce -- --install demo-crash\n',
    });
  });

  test('runs nothing if no such article has changed', () => {
    const { git, run, cwd } = clone({ [plan]: 'a' }, { npm });
    execFileSync('sh', ['-c', 'echo b >> README.md'], { cwd });
    git('commit', '-q', '-a', '-m', 'second');
    expect(run('reproduce-changed.sh').output).toBe(
      'No article with a reproduction has changed.\n',
    );
  });
});

describe('the weekly run of the newest releases', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 2],
  ])('with exit code %i of the command ends with %i', (code, expected) => {
    const npm = `echo "$*" >&2; echo '[]'; exit ${code}`;
    const { run, cwd } = clone({}, { npm });
    const { status, output } = run('run-newest.sh');
    expect(status).toBe(expected);
    expect(output).toMatch(/--newest --install --json --share [1-8]\/8/);
    expect(readFileSync(path.join(cwd, 'newest.json'), 'utf8')).toBe('[]\n');
  });

  const gh = `echo "$*" >> "$LOG"`;
  const results = (status: string) => ({
    id: 'KF-0001',
    slug: 'demo-crash',
    results: [
      {
        case: 'main',
        part: 'newest',
        status,
        versions: 'demo 1.3.0',
        mismatch: { command: 'python run.py', expected: 'the line `fine`', found: 'exit code 1' },
      },
    ],
  });

  test.runIf(hasJq)('opens a pull request with what differs', () => {
    const { folder, git, run } = clone({}, { gh });
    mkdirSync(path.join(folder, 'newest'));
    writeFileSync(path.join(folder, 'newest/newest.json'), JSON.stringify([results('differs')]));
    const { status, output } = run('propose-newest.sh');
    expect(status, output).toBe(0);
    expect(readFileSync(path.join(folder, 'body.md'), 'utf8')).toBe(`\`\`\`text
KF-0001 demo-crash: main, demo 1.3.0
  python run.py
  expected: the line 'fine'
  found:    exit code 1

\`\`\`
`);
    expect(git('log', '-1', '--format=%s', 'origin/newest-releases').trim()).toBe(
      'Articles that the newest releases contradict',
    );
    expect(readFileSync(path.join(folder, 'log'), 'utf8')).toMatch(
      /^pr create --head newest-releases /m,
    );
  });

  test.runIf(hasJq)('does nothing if every article still holds', () => {
    const { folder, git, run } = clone({}, { gh });
    mkdirSync(path.join(folder, 'newest'));
    writeFileSync(path.join(folder, 'newest/newest.json'), JSON.stringify([results('as-claimed')]));
    expect(run('propose-newest.sh')).toEqual({ status: 0, output: 'Every article still holds.\n' });
    expect(git('branch', '--all')).toBe('* main\n');
  });
});
