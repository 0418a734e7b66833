import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { issueEvent, manifest, root, runScript, script } from '../../support/action-run.ts';

const printed =
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!";

test.each([
  ['en', 'This looks like a known fault'],
  ['zh', '这看起来是一个已知故障'],
])('answers in %s from the committed knowledge', (language, words) => {
  const { status, log, outputs, summary } = runScript(issueEvent(`\`\`\`\n${printed}\n\`\`\``), {
    mode: 'summary',
    language,
  });
  expect(log).toBe('Matched KF-0003, confidence high.\n');
  expect(outputs).toMatch(/^id<<.+\r?\nKF-0003\r?\n/);
  expect(summary).toContain(words);
  expect(summary).toContain(printed);
  expect(status).toBe(0);
});

test('fails the step for an invalid input', () => {
  const { status, log } = runScript(issueEvent('It fails.'), { mode: 'loud' });
  expect(log).toBe('::error::Input mode: found "loud"; allowed: comment, summary\n');
  expect(status).toBe(1);
});

test('is what action.yml runs, under Node 24', () => {
  expect(manifest.runs).toEqual({ using: 'node24', main: 'action/index.mjs' });
  expect(Object.keys(manifest.outputs)).toEqual(['id', 'url', 'confidence', 'comment-url']);
});

test('gets all that it needs from the workflow in the README', () => {
  const [, yaml = ''] =
    /```yaml\n(.*?)```/s.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
  expect(parse(yaml)).toEqual({
    on: { issues: { types: ['opened', 'edited', 'reopened'] } },
    permissions: { issues: 'write' },
    concurrency: 'known-faults-${{ github.event.issue.number }}',
    jobs: {
      answer: { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'known-faults/known-faults@main' }] },
    },
  });
});

test('has less than 600 KB, and the licenses of the packages in it', () => {
  expect(readFileSync(script).length).toBeLessThan(600_000);
  const licenses = readFileSync(path.join(root, 'action/LICENSES.txt'), 'utf8');
  for (const name of ['@actions/core', '@octokit/core', 'bottleneck', 'before-after-hook']) {
    expect(licenses).toMatch(new RegExp(`^${name} [\\d.]+, `, 'm'));
  }
});
