import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = path.resolve(import.meta.dirname, '../../../.github/workflows');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      permissions: Record<string, string>;
      needs?: string;
      'runs-on': string;
      'timeout-minutes': number;
      secrets?: unknown;
      steps: Step[];
    }
  >;
}

const files = readdirSync(folder);

const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const workflow = (file: string): Workflow => parse(textOf(file)) as Workflow;

describe.each(files)('%s', (file) => {
  const { on, permissions, jobs } = workflow(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('gives rights to jobs alone', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  test('uses only actions of GitHub, each by its commit', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const uses of used) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  });

  test('is started by no event that gives a stranger the rights of the repository', () => {
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment']) {
      expect(on).not.toHaveProperty(event);
    }
  });

  test('hands its secrets to no other workflow', () => {
    for (const job of Object.values(jobs)) expect(job.secrets).toBeUndefined();
  });

  test('keeps no credentials in a clone, puts no text of others into a shell, and every job ends', () => {
    for (const { uses, with: inputs, run } of steps) {
      if (uses?.startsWith('actions/checkout@'))
        expect(inputs?.['persist-credentials']).toBe(false);
      expect(run ?? '').not.toContain('${{');
    }
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

/** Workflows that run what a stranger wrote, before anybody has looked at it. */
const open = files.filter((file) => 'pull_request' in workflow(file).on);

test('a pull request is built', () => {
  expect(open).toContain('ci.yml');
});

describe.each(open)('%s, which builds the pull requests of strangers', (file) => {
  const jobs = Object.entries(workflow(file).jobs);

  test('has no secrets', () => {
    expect(textOf(file)).not.toMatch(/\$\{\{[^}]*\b(?:secrets|github\.token)\b|GITHUB_TOKEN/);
  });

  test('may read and nothing else, on a machine that is thrown away', () => {
    for (const [name, job] of jobs) {
      expect(job.permissions, name).toEqual({ contents: 'read' });
      // A machine of one's own would still be there for the next job.
      expect(job['runs-on'], name).toBe('ubuntu-latest');
    }
  });
});

test('what is published is not made of what an earlier run has left behind', () => {
  for (const [name, { steps }] of Object.entries(workflow('deploy.yml').jobs)) {
    for (const { uses = '', with: inputs } of steps) {
      expect(uses, name).not.toMatch(/^actions\/cache\b/);
      // A setup action that caches takes what an earlier run of any kind has left.
      expect(inputs?.['cache'], name).toBeUndefined();
    }
  }
});

describe('the look upstream', () => {
  const { on, jobs } = workflow('upstream.yml');

  test('runs once a week or when somebody asks, never for a stranger', () => {
    expect(on).toEqual({ schedule: [{ cron: '23 4 * * 1' }], workflow_dispatch: null });
  });

  test('may read where packages run, and write where only git and gh do', () => {
    expect(
      Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions])),
    ).toEqual({
      ask: { contents: 'read' },
      propose: { contents: 'write', 'pull-requests': 'write' },
    });
    expect(jobs['propose']?.needs).toBe('ask');
    const commands = jobs['propose']?.steps.map(({ run }) => run ?? '').join('\n');
    expect(commands).not.toMatch(/\b(?:npm|npx|node)\b/);
    expect(commands).toContain('gh pr create');
    expect(jobs['ask']?.steps.map(({ run }) => run ?? '').join('\n')).toMatch(
      /npm run -s update:releases[\s\S]+npm run -s update:upstream/,
    );
  });
});
