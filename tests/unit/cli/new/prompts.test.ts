import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import {
  askDespite,
  askFacts,
  askProject,
  askSlug,
  Stopped,
  type Terminal,
} from '../../../../src/cli/new/prompts.ts';
import { unsureFields, valuesOf } from '../../../../src/drafts/facts/draft-facts.ts';
import { draftOf } from '../../../../src/drafts/draft.ts';
import { draftOfText, names, sourceText } from '../../../support/draft-sources.ts';

const ENTER = '\r';
const CTRL_C = '\u0003';
const DOWN = '\u001b[B';
const SPACE = ' ';
/** Takes away what stands in the line. */
const CLEAR = '\u0015';

/** A terminal at which somebody answers each question, when it is put, with these keys. */
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
          // One key at a time, as they are pressed; all at once would be pasted.
          for (const key of keys) setImmediate(() => input.write(key));
        }
        done();
      },
    }),
    { columns: 120, rows: 40, isTTY: true },
  );
  return { input, output } satisfies Terminal;
}

const projects = ['cython', 'numba', 'numpy'];

test('only what is unsure is asked; what is answered is sure', async () => {
  const draft = draftOfText(sourceText('cython-gitcode.txt'));
  const facts = await askFacts(
    draft,
    terminal(
      ['Title, at most 90 characters (read: title; put it into English)', CLEAR, 'It leaks', ENTER],
      ['Python versions that have it (PEP 440) (the source does not say which)', ENTER],
      ['Builds of the interpreter that have it', DOWN, SPACE, ENTER],
    ),
  );
  expect(unsureFields(facts)).toEqual(['summary']);
  expect(valuesOf(facts)).toMatchObject({
    title: 'It leaks',
    project: 'cython',
    python: '>=3.8',
    builds: ['gil', 'free-threaded'],
  });
});

test('an answer that the facts do not allow is asked again, with what is allowed', async () => {
  const draft = draftOfText(sourceText('pyo3-issue.json'));
  const facts = await askFacts(
    draft,
    terminal(
      ['Platforms that have the fault', ENTER],
      ['Python versions that have it', CLEAR, '3.13 and later', ENTER],
      ['allowed: a PEP 440 specifier', CLEAR, '>=3.13', ENTER],
    ),
  );
  expect(facts.python).toEqual({ value: '>=3.13', isSure: true });
});

test('without a source everything is asked that an article needs', async () => {
  const empty = draftOf(undefined, names, {});
  const project = await askProject(empty, projects, terminal(['Project', DOWN, ENTER]));
  expect(project).toBe('numba');
  const draft = draftOf(undefined, names, { project });
  const facts = await askFacts(
    draft,
    terminal(
      ['Title', CLEAR, 'It hangs', ENTER],
      ['Symptom', ENTER],
      ['Platforms', ENTER],
      ['Python versions', ENTER],
      ['Builds', ENTER],
      ['Status', ENTER],
      ['A line the software prints', 'waiting for <name>', ENTER],
      ['Address of the report', CLEAR, 'https://github.com/numba/numba/issues/90001', ENTER],
    ),
  );
  expect(valuesOf(facts)).toMatchObject({
    title: 'It hangs',
    signatures: ['waiting for <name>'],
    upstream: [{ kind: 'issue', url: 'https://github.com/numba/numba/issues/90001' }],
  });
  expect(unsureFields(facts)).toEqual(['summary', 'affected']);
});

test('Ctrl-C at a question stops', async () => {
  const draft = draftOfText(sourceText('cython-gitcode.txt'));
  const asked = askFacts(draft, terminal(['Title', CTRL_C]));
  await expect(asked).rejects.toThrow(Stopped);
});

test('a slug that is taken, or is none, is asked again', async () => {
  const slug = await askSlug(
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

test('a fault that is there is named; Enter alone writes no second', async () => {
  const duplicate = { id: 'KF-9001', slug: 'demo-crash', common: 'demo is broken' };
  const question = 'KF-9001 demo-crash has this, too: demo is broken';
  expect(await askDespite([duplicate], terminal([question, ENTER]))).toBe(false);
  expect(await askDespite([duplicate], terminal([question, 'y']))).toBe(true);
});
