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
import { root } from '../../support/root.ts';

const scripts = path.join(root, '.github/scripts');

interface Runner {
  folder: string;
  clone: string;
  /** Folder of the artifact that the first job leaves for the second. */
  answer: string;
  /** Runs a script of the workflow with `programs`, shell scripts by name, first in the search path. */
  run(script: string, programs: Record<string, string>): { status: number | null; output: string };
  git(...args: string[]): string;
}

/** Makes a clone with one commit and its origin, for one test. */
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
    run(script, programs) {
      for (const [name, text] of Object.entries(programs)) {
        writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`);
        chmodSync(path.join(bin, name), 0o755);
      }
      const { status, stdout, stderr } = spawnSync(path.join(scripts, script), {
        cwd: clone,
        encoding: 'utf8',
        env: {
          ...process.env,
          BRANCH: 'upstream',
          PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
          RUNNER_TEMP: folder,
          LOG: path.join(folder, 'log'),
        },
      });
      return { status, output: stdout + stderr };
    },
  };
}

describe('the weekly check of upstream', () => {
  test.each([
    [0, 0, 0],
    [1, 3, 0],
    [0, 1, 0],
    [2, 0, 2],
    [0, 2, 2],
  ])('with exit codes %i and %i of the commands exits with %i', (releases, upstream, expected) => {
    const { clone, run } = runner();
    const { status } = run('check-upstream.sh', {
      npm: `case "$*" in
        "run -s update:releases") exit ${releases} ;;
        "run -s update:upstream") echo "Changed: 1 of 2 articles."; exit ${upstream} ;;
      esac`,
    });
    expect(status).toBe(expected);
    const report = path.join(clone, 'answer/report.txt');
    if (expected === 0) {
      expect(readFileSync(report, 'utf8')).toBe('Changed: 1 of 2 articles.\n');
      expect(readFileSync(path.join(clone, 'answer/content/upstream.json'), 'utf8')).toBe('old');
      expect(existsSync(path.join(clone, 'answer/content/releases/PyPI/left.json'))).toBe(true);
    }
  });

  const writeAnswer = (answer: string, record: string) => {
    mkdirSync(path.join(answer, 'content/releases/PyPI'), { recursive: true });
    writeFileSync(path.join(answer, 'content/upstream.json'), record);
    writeFileSync(path.join(answer, 'content/releases/PyPI/demo.json'), 'new');
    writeFileSync(path.join(answer, 'report.txt'), 'Changed: ```\n');
  };
  const gh = (open: string) =>
    `echo "$*" >> "$LOG"; case "$1 $2" in "pr list") printf '${open}' ;; esac`;

  test('opens one pull request with the changes', () => {
    const { folder, answer, run, git } = runner();
    writeAnswer(answer, 'new');
    const { status, output } = run('propose-changes.sh', { gh: gh('') });
    expect(status, output).toBe(0);
    expect(git('show', '--format=%an: %s', '--name-status', 'origin/upstream').trim()).toBe(
      `github-actions[bot]: Upstream states and releases

A\tcontent/releases/PyPI/demo.json
D\tcontent/releases/PyPI/left.json
M\tcontent/upstream.json`,
    );
    expect(readFileSync(path.join(folder, 'log'), 'utf8')).toMatch(
      /^pr create --head upstream --title Upstream states and releases --body-file /m,
    );
    expect(readFileSync(path.join(folder, 'body.md'), 'utf8')).toBe("```text\nChanged: '''\n```\n");
  });

  test('updates the pull request if one is open', () => {
    const { folder, answer, run } = runner();
    writeAnswer(answer, 'new');
    expect(run('propose-changes.sh', { gh: gh('{"number":7}') }).status).toBe(0);
    const log = readFileSync(path.join(folder, 'log'), 'utf8');
    expect(log).toMatch(/^pr edit upstream --body-file /m);
    expect(log).not.toContain('pr create');
  });

  test('does nothing if nothing has changed', () => {
    const { folder, answer, run, git } = runner();
    mkdirSync(path.join(answer, 'content/releases/PyPI'), { recursive: true });
    writeFileSync(path.join(answer, 'content/upstream.json'), 'old');
    writeFileSync(path.join(answer, 'content/releases/PyPI/left.json'), 'old');
    const { status, output } = run('propose-changes.sh', { gh: gh('') });
    expect(status).toBe(0);
    expect(output).toContain('Nothing has changed.');
    expect(existsSync(path.join(folder, 'log'))).toBe(false);
    expect(git('branch', '--all')).toBe('* main\n');
  });
});
