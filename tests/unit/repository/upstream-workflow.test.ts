import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

/** The shell scripts of the workflow are run as GitHub runs them, with stand-ins for `npm` and `gh`. */
const file = path.resolve(import.meta.dirname, '../../../.github/workflows/upstream.yml');
const workflow = parse(readFileSync(file, 'utf8')) as {
  env: Record<string, string>;
  jobs: Record<string, { steps: { run?: string }[] }>;
};
const scriptOf = (job: string) =>
  workflow.jobs[job]?.steps.flatMap(({ run }) => run ?? []).join('\n') ?? '';

interface Runner {
  folder: string;
  clone: string;
  /** Where a job finds what the one before it left. */
  answer: string;
  run(job: string, programs: Record<string, string>): { status: number | null; output: string };
  git(...args: string[]): string;
}

/** A clone with one commit, its origin, and a folder for programs that stand before all others. */
function runner(): Runner {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [clone, origin, bin] = ['clone', 'origin', 'bin'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: clone, encoding: 'utf8' });
  execFileSync('git', ['init', '-q', '--bare', origin]);
  execFileSync('git', ['init', '-q', '-b', 'main', clone]);
  mkdirSync(path.join(clone, 'content/releases/PyPI'), { recursive: true });
  mkdirSync(bin);
  writeFileSync(path.join(clone, 'content/upstream.json'), 'old');
  writeFileSync(path.join(clone, 'content/releases/PyPI/left.json'), 'old');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  git('remote', 'add', 'origin', origin);
  return {
    folder,
    clone,
    answer: path.join(folder, 'answer'),
    git,
    run(job, programs) {
      for (const [name, script] of Object.entries(programs)) {
        writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
        chmodSync(path.join(bin, name), 0o755);
      }
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', scriptOf(job)], {
        cwd: clone,
        encoding: 'utf8',
        env: {
          ...process.env,
          ...workflow.env,
          PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
          RUNNER_TEMP: folder,
          LOG: path.join(folder, 'log'),
        },
      });
      return { status, output: stdout + stderr };
    },
  };
}

describe('the weekly look', () => {
  test.each([
    [0, 0, 0],
    [1, 3, 0],
    [0, 1, 0],
    [2, 0, 1],
    [0, 2, 2],
  ])('with exit codes %i and %i ends with %i', (releases, upstream, expected) => {
    const { clone, run } = runner();
    const { status } = run('ask', {
      npm: `case "$*" in
        "run -s update:releases") exit ${releases} ;;
        "run -s update:upstream") echo "Moved on: 1 of 2 articles."; exit ${upstream} ;;
      esac`,
    });
    expect(status).toBe(expected);
    const report = path.join(clone, 'answer/report.txt');
    if (expected === 0) {
      expect(readFileSync(report, 'utf8')).toBe('Moved on: 1 of 2 articles.\n');
      expect(readFileSync(path.join(clone, 'answer/content/upstream.json'), 'utf8')).toBe('old');
      expect(existsSync(path.join(clone, 'answer/content/releases/PyPI/left.json'))).toBe(true);
    }
  });

  const leave = (answer: string, record: string) => {
    mkdirSync(path.join(answer, 'content/releases/PyPI'), { recursive: true });
    writeFileSync(path.join(answer, 'content/upstream.json'), record);
    writeFileSync(path.join(answer, 'content/releases/PyPI/demo.json'), 'new');
    writeFileSync(path.join(answer, 'report.txt'), 'Moved on: ```\n');
  };
  const gh = (open: string) =>
    `echo "$*" >> "$LOG"; case "$1 $2" in "pr list") printf '${open}' ;; esac`;

  test('proposes what has changed on a branch of its own, as one pull request', () => {
    const { folder, answer, run, git } = runner();
    leave(answer, 'new');
    const { status, output } = run('propose', { gh: gh('') });
    expect(status, output).toBe(0);
    expect(git('show', '--format=%an: %s', '--name-status', 'origin/upstream').trim()).toBe(
      `github-actions[bot]: What stands upstream

A\tcontent/releases/PyPI/demo.json
D\tcontent/releases/PyPI/left.json
M\tcontent/upstream.json`,
    );
    expect(readFileSync(path.join(folder, 'log'), 'utf8')).toMatch(
      /^pr create --head upstream --title What stands upstream --body-file /m,
    );
    expect(readFileSync(path.join(folder, 'body.md'), 'utf8')).toBe(
      "```text\nMoved on: '''\n```\n",
    );
  });

  test('renews the pull request that is open', () => {
    const { folder, answer, run } = runner();
    leave(answer, 'new');
    expect(run('propose', { gh: gh('{"number":7}') }).status).toBe(0);
    const log = readFileSync(path.join(folder, 'log'), 'utf8');
    expect(log).toMatch(/^pr edit upstream --body-file /m);
    expect(log).not.toContain('pr create');
  });

  test('proposes nothing when nothing has changed', () => {
    const { folder, answer, run, git } = runner();
    mkdirSync(path.join(answer, 'content/releases/PyPI'), { recursive: true });
    writeFileSync(path.join(answer, 'content/upstream.json'), 'old');
    writeFileSync(path.join(answer, 'content/releases/PyPI/left.json'), 'old');
    const { status, output } = run('propose', { gh: gh('') });
    expect(status).toBe(0);
    expect(output).toContain('Nothing has changed.');
    expect(existsSync(path.join(folder, 'log'))).toBe(false);
    expect(git('branch', '--all')).toBe('* main\n');
  });
});
