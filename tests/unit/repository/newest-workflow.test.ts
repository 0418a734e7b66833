import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { findProgram } from '../../support/find-program.ts';
import { folderWith } from '../../support/folder.ts';
import { root } from '../../support/root.ts';

const hasJq = findProgram(['jq']) !== undefined;
if (!hasJq) console.warn('Left out, since jq was not found: the test of report-newest.sh.');

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
        LABEL: 'newest releases',
        GITHUB_SERVER_URL: 'https://example.com',
        GITHUB_REPOSITORY: 'a/b',
        GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
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
    [124, 0],
  ])('with exit code %i of the command ends with %i', (code, expected) => {
    const npm = `echo "$*" >&2; echo '[]'; exit ${code}`;
    const { run, cwd } = clone({}, { npm });
    const { status, output } = run('run-newest.sh');
    expect(status).toBe(expected);
    expect(output).toMatch(/--newest --install --clean --json --share [1-8]\/8/);
    expect(readFileSync(path.join(cwd, 'newest.json'), 'utf8')).toBe('[]\n');
  });

  // Lists one open issue.
  const gh = `echo "$*" >> "$LOG"
case "$*" in
  'issue list'*) echo '[{ "number": 7, "title": "KF-0002: the newest releases contradict the article" }]' ;;
esac`;
  const files = {
    'content/articles/demo-crash/en.mdx': '---\nid: KF-0001\n---\n',
    'content/articles/demo-hang/en.mdx': '---\nid: KF-0002\n---\n',
  };
  const article = (id: string, status: string) => ({
    ...{ id, slug: 'demo', status },
    results: [
      {
        ...{ case: 'main', part: 'newest', status, versions: 'demo 1.3.0', output: 'a\n```\n@b' },
        mismatch: { command: 'python run.py', expected: 'the line `fine`', found: 'exit code 1' },
      },
    ],
  });

  /** Runs the script with results; returns what it printed and the commands of gh. */
  function report(articles: object[]) {
    const { folder, run } = clone(files, { gh });
    const results = { summary: { counts: { differs: 1 } }, articles };
    mkdirSync(path.join(folder, 'newest'));
    writeFileSync(path.join(folder, 'newest/newest.json'), JSON.stringify(results));
    const { status, output } = run('report-newest.sh');
    const read = (name: string) =>
      existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), 'utf8') : '';
    return { status, output, commands: read('log').split('\n'), body: read('body.md') };
  }

  test.runIf(hasJq)('opens an issue with what differs', () => {
    const { status, output, commands, body } = report([
      article('KF-0001', 'differs'),
      article('KF-0003', 'as-claimed'),
    ]);
    expect(status, output).toBe(0);
    expect(commands.filter((line) => /^issue (?:create|edit)/.test(line))).toEqual([
      expect.stringMatching(
        /^issue create --title KF-0001: the newest releases contradict the article --label newest releases /,
      ),
    ]);
    expect(body.split('\nWhat may have changed')[0])
      .toBe(`The newest releases no longer do what [KF-0001](https://example.com/a/b/blob/HEAD/content/articles/demo-crash/en.mdx) says:

\`\`\`text
main newest: demo 1.3.0
  python run.py
  expected: the line 'fine'
  found:    exit code 1

a
'''
@b
\`\`\`
`);
    expect(body).toContain('`npm run reproduce -- KF-0001 --newest` runs this again.\n');
  });

  test.runIf(hasJq)('updates the open issue of an article', () => {
    const { commands } = report([article('KF-0002', 'differs')]);
    expect(commands.filter((line) => /^issue (?:create|edit)/.test(line))).toEqual([
      expect.stringMatching(/^issue edit 7 --body-file /),
    ]);
  });

  test.runIf(hasJq)('ignores articles that do not exist, and other text in place of an id', () => {
    const { status, commands } = report([
      article('KF-9999', 'differs'),
      article('--repo x/y', 'differs'),
    ]);
    expect(status).toBe(0);
    expect(commands.filter((line) => /^issue (?:create|edit)/.test(line))).toEqual([]);
  });

  test.runIf(hasJq)('opens no issues if very many articles differ', () => {
    const many = Array.from({ length: 16 }, (_, index) => article(`KF-${1000 + index}`, 'differs'));
    const { status, output, commands } = report(many);
    expect(status).toBe(1);
    expect(output).toContain('16 articles differ; at most 15 are reported.');
    expect(commands).toEqual(['']);
  });

  test.runIf(hasJq)('does nothing if every article still holds', () => {
    expect(report([article('KF-0001', 'as-claimed')])).toMatchObject({
      ...{ status: 0, output: 'Every article still holds.\n', commands: [''] },
    });
  });
});
