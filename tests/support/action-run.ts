import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { buildIndex } from '../../src/diagnosis/index/build-index.ts';
import { createKnowledge, type Knowledge } from '../../src/api/published-knowledge.ts';
import { entry } from './make-index-entry.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** What GitHub reads of the Action, as far as it matters here. */
export const manifest = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
};

/** The script that GitHub runs. */
export const script = path.join(root, manifest.runs.main);

/** Inputs that a workflow does not give; its token is its own. */
const defaults = Object.fromEntries(
  Object.entries(manifest.inputs).map(([name, input]) => [
    name,
    input.default === '${{ github.token }}' ? 'secret-token' : input.default,
  ]),
);

const title = 'Quill <blot> spills when @ink calls #1';

/** Two faults that nobody has but the tests; the words of the first are awkward in a tracker. */
export const known: Knowledge = createKnowledge({
  language: 'en',
  index: buildIndex([
    entry('quill-spills', {
      id: 'KF-9001',
      title,
      signatures: ['QuillError: nib <name> spilled over blotter page <n>'],
    }),
    entry('inkwell-dry', {
      id: 'KF-9002',
      title: 'The inkwell runs dry',
      signatures: ['InkwellError: reservoir exhausted before chapter <n>'],
    }),
  ]),
  cards: {
    'KF-9001': {
      title,
      summary: 'The nib of @ink writes past the page. Upgrade, or see GH-4.',
      affected: [{ ecosystem: 'PyPI', package: 'quill', introduced: '1.0', fixed: '1.2' }],
    },
    'KF-9002': { title: 'The inkwell runs dry', summary: 'Refill it.', affected: [] },
  },
});

/** Lines by which the two are known. */
export const spill = 'QuillError: nib fine-4 spilled over blotter page 77';
export const dry = 'InkwellError: reservoir exhausted before chapter 9';

/** An issue event as GitHub writes it, as far as anybody reads it. */
export function issueEvent(body: string | null, parts: Record<string, unknown> = {}) {
  const { action = 'opened', sender = { login: 'stranger', type: 'User' }, ...issue } = parts;
  return {
    action,
    sender,
    issue: {
      number: 12,
      title: 'It fails',
      body,
      state: 'open',
      locked: false,
      labels: [{ name: 'bug' }],
      ...issue,
    },
  };
}

/** What a run of the Action left. */
export interface Run {
  status: number | null;
  /** All that was printed. */
  log: string;
  outputs: Record<string, string>;
  /** The summary of the run. */
  summary: string;
}

export interface RunOptions {
  /** The payload; a text is written as it is. */
  event: unknown;
  /** Base address of the API. */
  api?: string;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  /** What the Action ships with, by language; the two faults above unless told. */
  ships?: Record<string, unknown>;
}

/** Runs the committed script as GitHub would: a process of its own, with its inputs and the event in the environment. */
export async function runAction(options: RunOptions): Promise<Run> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-action-'));
  try {
    return await runIn(folder, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runIn(folder: string, options: RunOptions): Promise<Run> {
  const { event, api = 'http://127.0.0.1:9', inputs = {}, env = {}, ships = {} } = options;
  const file = (name: string, content: unknown = '') => {
    const target = path.join(folder, name);
    writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
    return target;
  };
  const main = path.join(folder, 'index.mjs');
  copyFileSync(script, main);
  for (const [name, content] of Object.entries({
    'knowledge.json': known,
    'knowledge.zh.json': { ...known, language: 'zh' },
    ...ships,
  })) {
    file(name, content);
  }
  const outputs = file('outputs');
  const summary = file('summary');
  const child = spawn(process.execPath, [main], {
    env: {
      GITHUB_ACTION_REPOSITORY: 'Acme/known-faults',
      GITHUB_API_URL: api,
      GITHUB_EVENT_NAME: 'issues',
      GITHUB_EVENT_PATH: file('event.json', event),
      GITHUB_OUTPUT: outputs,
      GITHUB_REPOSITORY: 'acme/quill',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(
        Object.entries({ ...defaults, ...inputs }).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value,
        ]),
      ),
      ...env,
    },
  });
  const [out, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return {
    status,
    log: out.replaceAll('\r\n', '\n') + errors,
    outputs: readOutputs(readFileSync(outputs, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
  };
}

/** Outputs as GitHub reads them: `name<<delimiter`, the value, the delimiter. */
function readOutputs(written: string): Record<string, string> {
  const lines = written.split(/\r?\n/);
  const outputs: Record<string, string> = {};
  for (let at = 0; at < lines.length; at++) {
    const [name = '', delimiter] = (lines[at] ?? '').split('<<');
    if (delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
