import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { answerIssue } from '../../src/action/answer-issue.ts';
import { createKnowledge, type Knowledge } from '../../src/api/published-knowledge.ts';
import { buildIndex } from '../../src/diagnosis/index/build-index.ts';
import { folderWith } from './folder.ts';
import { entry } from './make-index-entry.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** The fields of `action.yml` that tests read. */
export const manifest = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, unknown>;
  runs: { using: string; main: string };
};

/** The committed script. */
export const script = path.join(root, manifest.runs.main);

/** Defaults of the inputs, with a token. */
const defaults = Object.fromEntries(
  Object.entries(manifest.inputs).map(([name, input]) => [
    name,
    input.default === '${{ github.token }}' ? 'secret-token' : input.default,
  ]),
);

const title = 'Loading <plugins> fails when @main calls #1';

/** Two faults; title and summary of the first contain what GitHub would turn into elements, mentions and links. */
/** Facts of a fault that occurs on every machine. */
const everywhere = {
  python: '>=3.8',
  platforms: ['linux', 'macos', 'windows'],
  builds: ['gil', 'free-threaded'],
} as const;

export const knowledge: Knowledge = createKnowledge({
  language: 'en',
  index: buildIndex([
    entry('plugin-symbol-resolved-twice', {
      id: 'KF-9001',
      title,
      signatures: ['PluginError: symbol <name> resolved twice in module <n>'],
    }),
    entry('bytecode-cache-exhausted', {
      id: 'KF-9002',
      title: 'The bytecode cache is too small',
      signatures: ['CacheError: bytecode exhausted before frame <n>'],
    }),
  ]),
  cards: {
    'KF-9001': {
      title,
      summary: 'The loader of @main maps a symbol twice. Upgrade, or see GH-4.',
      fix: { text: 'Upgrade @main to 1.2, or see GH-4.', command: 'pip install "demo>=1.2"' },
      ...everywhere,
      cause: 'defect',
      affected: [{ ecosystem: 'PyPI', package: 'demo', introduced: '1.0', fixed: '1.2' }],
    },
    'KF-9002': {
      title: 'The bytecode cache is too small',
      summary: 'Enlarge it.',
      fix: { text: 'Enlarge it to 2 MB.' },
      ...everywhere,
      cause: 'environment',
      affected: [],
    },
  },
});

/** A line that the first fault prints. */
export const pluginError = 'PluginError: symbol init_fast-4 resolved twice in module 77';
/** A line that the second fault prints. */
export const cacheError = 'CacheError: bytecode exhausted before frame 9';

/** Returns the payload of an `issues` event. */
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

export interface RunOptions {
  /** Payload of the event; a string is written as it is. */
  event: unknown;
  /** Address of GitHub's API; refuses connections unless set. */
  api?: string;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
}

const environment = (event: unknown, api: string) => ({
  GITHUB_ACTION_REPOSITORY: 'Example/known-faults',
  GITHUB_API_URL: api,
  GITHUB_EVENT_NAME: 'issues',
  GITHUB_EVENT_PATH: path.join(
    folderWith({ 'event.json': typeof event === 'string' ? event : JSON.stringify(event) }),
    'event.json',
  ),
  GITHUB_REPOSITORY: 'example/demo',
  GITHUB_SERVER_URL: 'https://github.com',
});

/** Runs the Action with the two faults, and records what it does. The log has GitHub's `::warning::` and `::error::`. */
export async function runAction({
  event,
  api = 'http://127.0.0.1:9',
  inputs = {},
  env = {},
}: RunOptions) {
  const run = { failed: false, log: '', outputs: {} as Record<string, string>, summary: '' };
  const print = (line: string) => {
    run.log += `${line}\n`;
  };
  await answerIssue({
    env: { ...environment(event, api), ...env },
    getInput: (name) => ({ ...defaults, ...inputs })[name] ?? '',
    setOutput: (name, value) => {
      run.outputs[name] = value;
    },
    info: print,
    warning: (message) => print(`::warning::${message}`),
    setFailed: (message) => {
      print(`::error::${message}`);
      run.failed = true;
    },
    writeSummary: async (text) => {
      run.summary += text;
    },
    shippedKnowledge: async (language) => ({ ...knowledge, language }),
    second: 1,
  });
  return run;
}

/** Runs the committed script in its own process, as GitHub does, and returns what it prints and writes. */
export function runScript(event: unknown, inputs: Record<string, string>) {
  const folder = folderWith({ outputs: '', summary: '' });
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: {
      ...environment(event, 'http://127.0.0.1:9'),
      GITHUB_OUTPUT: path.join(folder, 'outputs'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
      ...Object.fromEntries(
        Object.entries({ ...defaults, ...inputs }).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value,
        ]),
      ),
    },
  });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return { status, log: stdout + stderr, outputs: read('outputs'), summary: read('summary') };
}
