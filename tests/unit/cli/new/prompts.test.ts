import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import {
  Cancelled,
  confirmDuplicates,
  promptFacts,
  promptProject,
  promptSlug,
  type Terminal,
} from '../../../../src/cli/new/prompts.ts';
import { unsureFields, valuesOf } from '../../../../src/drafts/draft-facts.ts';
import { extractFacts } from '../../../../src/drafts/extract-facts.ts';
import { extract, issueJson, projects } from '../../drafts/drafting.ts';

const ENTER = '\r';
const CTRL_C = '\u0003';
const DOWN = '\u001b[B';
const SPACE = ' ';
/** Clears the line. */
const CLEAR = '\u0015';

/** A terminal that answers each question with keys when it is shown. */
function terminal(...answers: [question: string, ...keys: string[]][]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  let shown = '';
  let next = 0;
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        shown += String(chunk);
        const [question, ...keys] = answers[next] ?? [];
        if (question !== undefined && shown.includes(question)) {
          next++;
          shown = '';
          // One key at a time: all at once would be a paste.
          for (const key of keys) setImmediate(() => input.write(key));
        }
        done();
      },
    }),
    { columns: 120, rows: 40, isTTY: true },
  );
  return { input, output } satisfies Terminal;
}

test('asks only for unsure facts, and takes each answer as sure', async () => {
  const given = { project: 'cython', symptom: 'hang', status: 'open', builds: ['gil'] } as const;
  const { facts } = extract('# Cython 泄漏\n\nImportError: no vineyard here', {
    ...given,
    builds: [...given.builds],
    upstream: [{ kind: 'issue', url: 'https://github.com/cython/cython/issues/90001' }],
    affected: [],
  });
  const answered = await promptFacts(
    facts,
    terminal(
      [
        'Title, at most 90 characters (read: line 1; translate it into English)',
        CLEAR,
        'It leaks',
        ENTER,
      ],
      ['Kind of cause', ENTER],
      ['Platforms that have the fault', DOWN, SPACE, ENTER],
      ['Python versions that have it (PEP 440)', ENTER],
    ),
  );
  expect(unsureFields(answered)).toEqual(['summary', 'fix']);
  expect(valuesOf(answered)).toMatchObject({
    title: 'It leaks',
    python: '>=3.8',
    platforms: ['linux', 'windows'],
  });
});

test('repeats a question after an invalid answer, and says what is allowed', async () => {
  const { facts } = extract(issueJson(), {
    cause: 'defect',
    symptom: 'crash',
    builds: ['gil'],
    signatures: ['x'],
  });
  const answered = await promptFacts(
    facts,
    terminal(
      ['Platforms that have the fault', ENTER],
      ['Python versions that have it', CLEAR, '3.13 and later', ENTER],
      ['allowed: a PEP 440 specifier', CLEAR, '>=3.13', ENTER],
    ),
  );
  expect(answered.python).toEqual({ value: '>=3.13', isSure: true });
});

test('asks for everything that an article needs without a source', async () => {
  const empty = extractFacts(undefined, projects, {});
  const ids = ['cython', 'numba', 'numpy'];
  const project = await promptProject(empty.facts, ids, terminal(['Project', DOWN, ENTER]));
  expect(project).toBe('numba');
  const { facts } = extractFacts(undefined, projects, { project });
  const answered = await promptFacts(
    facts,
    terminal(
      ['Title', CLEAR, 'It hangs', ENTER],
      ['Kind of cause', DOWN, ENTER],
      ['Symptom', ENTER],
      ['Platforms', ENTER],
      ['Python versions', ENTER],
      ['Builds', ENTER],
      ['Status', ENTER],
      ['A line the software prints', 'waiting for <name>', ENTER],
      ['Address of the report', CLEAR, 'https://github.com/numba/numba/issues/90001', ENTER],
    ),
  );
  expect(valuesOf(answered)).toMatchObject({
    title: 'It hangs',
    cause: 'incompatibility',
    signatures: ['waiting for <name>'],
    upstream: [{ kind: 'issue', url: 'https://github.com/numba/numba/issues/90001' }],
  });
  expect(unsureFields(answered)).toEqual(['summary', 'fix', 'affected']);
});

test('stops at Ctrl-C', async () => {
  const { facts } = extract('# Cython 泄漏');
  await expect(promptFacts(facts, terminal(['Title', CTRL_C]))).rejects.toThrow(Cancelled);
});

test('asks again for a slug that is taken or invalid', async () => {
  const slug = await promptSlug(
    'demo-crash',
    new Set(['demo-crash']),
    terminal(
      ['Slug', ENTER],
      ['has it already; it stays as it is', CLEAR, 'Demo Crash', ENTER],
      ['a slug such as', CLEAR, 'demo-waits', ENTER],
    ),
  );
  expect(slug).toBe('demo-waits');
});

test('names a duplicate, and writes nothing unless confirmed', async () => {
  const duplicate = { id: 'KF-9001', slug: 'demo-crash', common: 'demo is broken' };
  const question = 'KF-9001 demo-crash already covers this: demo is broken';
  expect(await confirmDuplicates([duplicate], terminal([question, ENTER]))).toBe(false);
  expect(await confirmDuplicates([duplicate], terminal([question, 'y']))).toBe(true);
});
