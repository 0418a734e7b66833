import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { root } from '../../support/root.ts';

// The package imports JSON without an import attribute, which bundlers accept and Node refuses.
registerHooks({
  load: (url, context, nextLoad) =>
    nextLoad(
      url,
      url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context,
    ),
});
const { validate } = await import('@actions/languageservice');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      permissions: Record<string, string>;
      'runs-on': string;
      'timeout-minutes': number;
      container?: unknown;
      secrets?: unknown;
      steps: Step[];
    }
  >;
}

const folder = path.join(root, '.github/workflows');
const files = readdirSync(folder);
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const workflow = (file: string): Workflow => parse(read(file)) as Workflow;

/** Returns what GitHub's own language service reports for a workflow. */
async function problemsOf(name: string, text: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${name}`, 'yaml', 1, text);
  return (await validate(document)).map(({ message }) => String(message));
}

test('GitHub’s language service sees a wrong key and a wrong expression', async () => {
  const wrong = read('ci.yml')
    .replace('timeout-minutes', 'timeout-minute')
    .replace('github.ref', 'github.reff');
  expect(await problemsOf('wrong.yml', wrong)).toEqual([
    'Context access might be invalid: reff',
    "Unexpected value 'timeout-minute'",
  ]);
});

describe.each(files)('%s', (file) => {
  const { on, permissions, jobs } = workflow(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('is valid for GitHub’s language service', async () => {
    expect(await problemsOf(file, read(file))).toEqual([]);
  });

  test('grants permissions only to jobs, none to the whole workflow', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  test('uses only GitHub’s own actions, each pinned to a commit', () => {
    for (const { uses } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    }
  });

  test('is not started by events that run with the repository’s permissions for anyone', () => {
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment']) {
      expect(on).not.toHaveProperty(event);
    }
  });

  test('passes secrets to no other workflow and keeps no credentials in a clone', () => {
    for (const job of Object.values(jobs)) expect(job.secrets).toBeUndefined();
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith('actions/checkout@')) {
        expect(inputs?.['persist-credentials']).toBe(false);
      }
    }
  });

  test('expands no expression in a shell', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  test('limits the time of every job', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

/** Workflows that run the code of pull requests before a review. */
const unreviewed = files.filter((file) => 'pull_request' in workflow(file).on);

test('pull requests are tested', () => {
  expect(unreviewed).toContain('ci.yml');
});

test.each([
  ['reproduce.yml', 'changed'],
  ['newest.yml', 'run'],
])('%s runs commands from articles in a container, with the right to read only', (file, name) => {
  const job = workflow(file).jobs[name];
  expect(job?.container).toBe('buildpack-deps:bookworm');
  expect(job?.permissions).toEqual({ contents: 'read' });
});

describe.each(unreviewed)('%s, which runs the code of pull requests', (file) => {
  test('has no secrets', () => {
    expect(read(file)).not.toMatch(/\$\{\{[^}]*\b(?:secrets|github\.token)\b|GITHUB_TOKEN/);
  });

  test('may only read, on a machine that GitHub discards', () => {
    for (const job of Object.values(workflow(file).jobs)) {
      expect(job.permissions).toEqual({ contents: 'read' });
      expect(job['runs-on']).toBe('ubuntu-latest');
    }
  });
});

test('the deployment uses no cache that another run has written', () => {
  for (const { steps } of Object.values(workflow('deploy.yml').jobs)) {
    for (const { uses = '', with: inputs } of steps) {
      expect(uses).not.toMatch(/^actions\/cache\b/);
      expect(inputs?.['cache']).toBeUndefined();
    }
  }
});

test('the readers of strangers’ input are fuzzed for ten minutes every night', () => {
  const { on, jobs } = workflow('nightly.yml');
  expect(on).toHaveProperty('schedule');
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  expect(steps.map(({ run }) => run)).toContain('npm run fuzz -- --minutes 10');
});

test('the deployment installs exactly the lock file and runs no script of a package', () => {
  const { build } = workflow('deploy.yml').jobs;
  const commands = build?.steps.flatMap(({ run }) => run ?? []);
  expect(commands).toEqual(['npm ci --ignore-scripts', 'npm run build']);
});

test.each(['upstream.yml', 'newest.yml'])(
  'no job of %s both runs packages and may write',
  (file) => {
    const jobs = Object.values(workflow(file).jobs);
    for (const { permissions, steps } of jobs) {
      const scripts = steps
        .flatMap(({ run }) => run ?? [])
        .map((script) => readFileSync(path.join(root, script), 'utf8'));
      const runsPackages = scripts.some((script) => /^\s*(?:npm|npx|node|pip|uv)\b/m.test(script));
      expect(runsPackages && Object.values(permissions).includes('write')).toBe(false);
    }
  },
);
