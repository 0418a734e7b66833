import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = path.resolve(import.meta.dirname, '../../.github/workflows');

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
      'timeout-minutes': number;
      steps: Step[];
    }
  >;
}

const workflow = (file: string): Workflow =>
  parse(readFileSync(path.join(folder, file), 'utf8')) as Workflow;

describe.each(readdirSync(folder))('%s', (file) => {
  const { permissions, jobs } = workflow(file);
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

  test('keeps no credentials in a clone, puts no text of others into a shell, and every job ends', () => {
    for (const { uses, with: inputs, run } of steps) {
      if (uses?.startsWith('actions/checkout@'))
        expect(inputs?.['persist-credentials']).toBe(false);
      expect(run ?? '').not.toContain('${{');
    }
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
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
      /npm run -s releases[\s\S]+npm run -s upstream/,
    );
  });
});
