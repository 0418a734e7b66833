import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { newCommand } from '../../src/cli/new/new-command.ts';
import { readLibrary } from '../../src/content/read/read-library.ts';
import { lintLibrary } from '../../src/lint/lint-library.ts';
import { build, copyProject, startAstro } from '../support/astro-project.ts';
import { filesOf } from '../support/built-site.ts';
import { testContext } from '../support/mock-server.ts';
import { root } from '../support/root.ts';

const SOURCES = path.join(root, 'tests/fixtures/sources');

interface Example {
  source: string;
  /** Values that the writer enters. */
  title: string;
  summary: string;
  /** A sentence of the source, which no reader may ever see. */
  sentence: string;
  /** Output that the source quotes. */
  printed: string;
}

const EXAMPLES: Example[] = [
  {
    source: 'cython-issue.json',
    title: 'A redirected cpdef method with a fused argument finds no signature',
    summary: 'Calling the method of a subclass raises a TypeError. Upgrade to Cython 3.0.11.',
    sentence: 'dispatch finds no match and raises, although the argument is fine',
    printed: "TypeError: No matching signature found for redirected cpdef method 'add'",
  },
  {
    source: 'cython-gitcode.txt',
    title: 'A nogil function that returns a struct with a memoryview leaks',
    summary: 'Memory grows with every call of the function. Upgrade to Cython 3.0.11.',
    sentence: '在循环中调用该函数，可以观察到内存不断上涨',
    printed:
      'Fatal Python error: _PyMem_DebugRawAlloc: slice header pool exhausted at 0x55d0c8f1a2b0 (41 live)',
  },
];

interface Answer {
  path: string;
  facts: { id: string; title: string };
  unsure: string[];
  sections: Record<string, unknown>;
  duplicates: string[];
}

let project: string;

beforeAll(() => {
  project = copyProject(path.join(root, 'tests/fixtures/library/content'));
  const projects = 'content/projects/cython.yaml';
  cpSync(path.join(root, projects), path.join(project, projects));
});

afterAll(() => rmSync(project, { recursive: true }));

const slugOf = ({ path: file }: Answer) => file.split('/')[2] ?? '';

/** Runs `npm run new` in this process. */
async function draft(from: string): Promise<Answer> {
  const context = testContext(project);
  expect(await newCommand(['--from', from, '--yes', '--json'], context)).toBe(0);
  expect(context.stderr.text).toBe('');
  return JSON.parse(context.stdout.text) as Answer;
}

/** Returns the errors of `npm run check` in an article. */
async function errorsIn(slug: string) {
  const messages = lintLibrary(await readLibrary(project));
  return messages.filter(
    ({ file, severity }) => severity === 'error' && file.includes(`/${slug}/`),
  );
}

/** Does what the check asks for: decides every marked fact, writes every text, deletes the notes. */
function write(file: string, { title, summary }: Example): void {
  const target = path.join(project, file);
  const text = readFileSync(target, 'utf8')
    .replace(/^#> .*\n/gm, '')
    .replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}`)
    .replace(/^summary: .*$/m, () => `summary: ${JSON.stringify(summary)}`)
    .replace(/^fix: .*$/m, 'fix: { text: Rebuild it with the release after the one that you ran. }')
    .replace(/ # (?:read: .*)?check.*$/gm, '')
    .replace(/TODO-DRAFT.*$/gm, 'Written after a run.');
  writeFileSync(target, text);
}

/** Starts the development server; the caller's test ends it. */
async function develop(): Promise<string> {
  const child = startAstro(['dev', '--port', '4870'], { cwd: project });
  const ended = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
  return /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
}

test('an issue and a raw write-up become articles: new, check, dev, build, diagnose', async () => {
  const answers: { example: Example; answer: Answer }[] = [];
  for (const example of EXAMPLES) {
    answers.push({ example, answer: await draft(path.join(SOURCES, example.source)) });
  }
  expect(answers.map(({ answer }) => answer.facts.id)).toEqual(['KF-9003', 'KF-9004']);
  expect((await build({ cwd: project })).output).toContain(
    'text that is not written yet (TODO-DRAFT)',
  );

  for (const { example, answer } of answers) {
    const slug = slugOf(answer);
    const file = path.join(project, answer.path);
    const lines = readFileSync(file, 'utf8').split('\n');
    const source = readFileSync(path.join(path.dirname(file), 'SOURCE.md'), 'utf8');
    expect(source).toContain(example.sentence);
    expect(lines.join('\n')).not.toContain(example.sentence);

    const errors = await errorsIn(slug);
    const fields = errors.map(({ message }) => message.split(/[[:]/)[0]);
    for (const field of answer.unsure) expect(fields).toContain(field);
    for (const { line } of errors) {
      expect(lines[(line ?? 0) - 1]).toMatch(/TODO-DRAFT|# .*check|^#>/);
    }
    write(answer.path, example);
    expect(await errorsIn(slug)).toEqual([]);
  }

  const address = await develop();
  for (const { example, answer } of answers) {
    const shown = await fetch(`${address}/articles/${slugOf(answer)}/`);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain(example.title);
  }

  const { code, output } = await build({ cwd: project });
  expect(code, output).toBe(0);
  const dist = path.join(project, 'dist');
  const built = filesOf(dist).map((file) => readFileSync(path.join(dist, file), 'utf8'));
  for (const { example, answer } of answers) {
    const page = path.join(dist, 'articles', slugOf(answer), 'index.html');
    expect(readFileSync(page, 'utf8')).toContain(example.title);
    expect(built.filter((text) => text.includes(example.sentence))).toEqual([]);
    const found = execFileSync(
      'node',
      ['src/cli/known-faults/run-in-clone.ts', 'diagnose', '--json'],
      {
        cwd: project,
        input: example.printed,
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(found).findings[0]).toMatchObject({
      id: answer.facts.id,
      confidence: 'high',
    });
  }
});
