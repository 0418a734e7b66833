import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { newCommand } from '../../../../src/cli/new/new-command.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { root, SOURCES } from '../../drafts/drafting.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { testContext } from '../../../support/mock-server.ts';

/** Copies the small library, with the projects of the real one. */
function library(): string {
  const copy = libraryWith();
  const projects = 'content/projects';
  cpSync(path.join(root, projects), path.join(copy, projects), { recursive: true });
  return copy;
}

const source = (name: string) => path.join(SOURCES, name);

/** Runs the command in this process, without a terminal. */
async function run(copy: string, args: readonly string[], input: string | Buffer = '') {
  const stdin = Readable.from([Buffer.from(input)]);
  const context = testContext(copy, {}, { stdin, today: '2026-11-21' });
  const status = await newCommand(args, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

const articles = (copy: string) => readdirSync(path.join(copy, 'content/articles')).sort();

test('--help lists every option and the exit codes', async () => {
  const { status, stdout } = await run(root, ['--help']);
  expect(status).toBe(0);
  for (const name of 'from yes json no-duplicates title slug affected upstream'.split(' ')) {
    expect(stdout).toContain(`--${name}`);
  }
  expect(stdout).toContain('Exit code: 0 written, 1 not written because the library has the fault');
});

test('writes a draft with its source beside it, and the check lists what is left to do', async () => {
  const copy = library();
  const from = source('cython-gitcode.txt');
  const { status, stdout, stderr } = await run(copy, ['--from', from, '--yes', '--json']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer)).toEqual(['path', 'facts', 'unsure', 'sections', 'duplicates']);
  expect(answer.path).toBe('content/articles/cython-nogil/en.mdx');
  expect(answer.facts).toMatchObject({ id: 'KF-9003', project: 'cython', published: '2026-11-21' });
  expect(answer.sections['what-you-see'].code[0].language).toBe('message');
  expect(answer.duplicates).toEqual([]);
  expect(readFileSync(path.join(copy, 'content/articles/cython-nogil/SOURCE.md'), 'utf8')).toBe(
    readFileSync(from, 'utf8'),
  );

  const { problems } = await readLibrary(copy);
  const fields = problems.map(({ file, field }) => `${file} ${field.split('[')[0]}`);
  expect(new Set(fields)).toEqual(
    new Set([...answer.unsure, 'front matter', 'text'].map((field) => `${answer.path} ${field}`)),
  );
});

test('reads an issue from a pipe and asks nothing without a terminal', async () => {
  const copy = library();
  const issue = readFileSync(source('pyo3-issue.json'));
  const { status, stdout } = await run(copy, ['--from', '-'], issue);
  expect(status).toBe(0);
  const slug = 'pyo3-abort-traverse-pyclass-free-threaded-python';
  expect(stdout).toBe(
    [
      `content/articles/${slug}/en.mdx (KF-9003)`,
      'to be checked: summary, fix, cause, symptom, platforms, python, builds, status, affected, upstream',
      `\`npm run check -- ${slug}\` lists with their lines what is left to do.`,
      '',
    ].join('\n'),
  );
});

test('does not look for facts that the options give', async () => {
  const copy = library();
  const { stdout, status } = await run(copy, [
    ...['--yes', '--json', '--title', 'It hangs', '--summary', 'It hangs. Upgrade.'],
    ...['--fix', 'Upgrade Cython to 3.0.11.', '--cause', 'defect'],
    ...['--slug', 'demo-waits', '--project', 'cython', '--symptom', 'hang'],
    ...['--platform', 'linux', '--platform', 'macos', '--python', '>=3.12', '--build', 'gil'],
    ...['--status', 'fixed', '--signature', 'waiting for <name>', '--seen-in', 'librosa'],
    ...['--affected', 'cython>=3.0.0,<3.0.11', '--affected', 'crates.io:pyo3<0.22.4'],
    ...['--upstream', 'https://github.com/cython/cython/issues/90001'],
    ...['--upstream', 'docs=https://docs.python.org/3/'],
  ]);
  expect(status).toBe(0);
  const { facts, unsure, path: file } = JSON.parse(stdout);
  expect(file).toBe('content/articles/demo-waits/en.mdx');
  expect(unsure).toEqual([]);
  expect(facts).toMatchObject({
    title: 'It hangs',
    fix: { text: 'Upgrade Cython to 3.0.11.' },
    cause: 'defect',
    platforms: ['linux', 'macos'],
    affected: [
      { ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.0.11' },
      { ecosystem: 'crates.io', package: 'pyo3', fixed: '0.22.4' },
    ],
    upstream: [
      { kind: 'issue', url: 'https://github.com/cython/cython/issues/90001' },
      { kind: 'docs', url: 'https://docs.python.org/3/' },
    ],
    seen_in: ['librosa'],
  });
  expect(existsSync(path.join(copy, 'content/articles/demo-waits/SOURCE.md'))).toBe(false);
});

describe('names the article that covers the fault', () => {
  test('by its message', async () => {
    const printed = 'Fatal Python error: demo is broken (line 3)\n';
    const { stdout, stderr, status } = await run(
      library(),
      ['--from', '-', '--yes', '--json'],
      printed,
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).duplicates).toEqual(['KF-9001']);
    expect(JSON.parse(stdout).facts.related).toEqual(['demo-crash']);
    expect(stderr).toBe(
      'KF-9001 demo-crash already covers this: Fatal Python error: demo is broken (line <n>)\n',
    );
  });

  test('by its address; with --no-duplicates nothing is written', async () => {
    const copy = library();
    const text = 'demo crashes, see https://github.com/Example/demo/issues/1';
    const { stdout, stderr, status } = await run(
      copy,
      ['--from', '-', '--json', '--no-duplicates'],
      text,
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'KF-9001 demo-crash already covers this: https://github.com/Example/demo/issues/1\nNothing was written.\n',
    );
    expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  });
});

describe('never overwrites a folder', () => {
  test('a number is added to a proposed slug that is taken', async () => {
    const copy = library();
    mkdirSync(path.join(copy, 'content/articles/cython-nogil'));
    const { stdout } = await run(copy, ['--from', source('cython-gitcode.txt'), '--json']);
    expect(JSON.parse(stdout).path).toBe('content/articles/cython-nogil-2/en.mdx');
    expect(readdirSync(path.join(copy, 'content/articles/cython-nogil'))).toEqual([]);
  });

  test.each(['demo-crash', 'demo-import-crash'])('the slug %s is refused', async (slug) => {
    const copy = library();
    const file = path.join(copy, 'content/articles/demo-crash/en.mdx');
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = await run(copy, [
      '--from',
      source('cython-gitcode.txt'),
      '--slug',
      slug,
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `content/articles/${slug} is there already and stays as it is; choose another --slug`,
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  });
});

describe('a usage error is one line, and nothing is written', () => {
  test.each([
    [[], 'Nothing to draft from: there is no terminal to ask at; give --from FILE or facts.'],
    [['--from', 'no-such-file.txt'], '--from no-such-file.txt: no such file'],
    [['--from', '.'], '--from .: found a folder; allowed: a file'],
    [['--from', 'https://example.org/x'], '--from https://example.org/x: nothing is fetched;'],
    [['--from', '-'], '--from -: found an empty source; a text is needed'],
    [['--colour'], 'Unknown option: --colour.'],
    [['--slug', '../../x'], '--slug: found "../../x"; allowed: a slug such as cython-walrus-crash'],
    [
      ['--symptom', 'crush', '--title', 'x'],
      '--symptom: found "crush"; allowed: build-error, link-error,',
    ],
    [['--project', 'nope'], '--project: found "nope"; allowed: auditwheel, bcrypt, boost-python,'],
    [
      ['--python', '3.12 and later'],
      '--python: found "3.12 and later"; allowed: a PEP 440 specifier',
    ],
    [
      ['--affected', 'cython>=3.x'],
      '--affected [0].introduced: found "3.x"; allowed: a PEP 440 version',
    ],
    [['--affected', '???'], '--affected: found "???"; allowed: such as "cython>=3.0.0,<3.0.11"'],
    [
      ['--upstream', 'http://x.org/'],
      '--upstream [0].url: found "http://x.org/"; allowed: an https address',
    ],
    [['--upstream', 'bug=https://x.org/'], '--upstream: found "bug"; allowed: issue, fix, change,'],
  ])('%j: %s', async (args, message) => {
    const copy = library();
    const { status, stdout, stderr } = await run(copy, args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Try `npm run new -- --help`.');
    expect(stderr).not.toContain('    at ');
    expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  });

  test('JSON that does not parse', async () => {
    const copy = library();
    writeFileSync(path.join(copy, 'bad.json'), 'not json {');
    const { status, stderr } = await run(copy, ['--from', 'bad.json']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `--from bad.json: this looks like JSON but does not parse: Unexpected token 'o', "not json {"`,
    );
    expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  });
});

test('Ctrl-C leaves no partly written files', async () => {
  const copy = library();
  const command = path.join(root, 'src/cli/new/new-command.ts');
  const child = spawn('node', [command, '--from', '-', '--yes'], { cwd: copy });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  // More than a pipe holds: when all of it is accepted, the command is reading and waits for the rest.
  const beginning = 'Cython 3.0.10 crashes\n'.repeat(20_000);
  await new Promise((resolve) => child.stdin.write(beginning, resolve));
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(errors).toContain('Stopped: nothing was written.');
  expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
});

describe('the new article gets the id after the highest one whose successor is free', () => {
  test.each([
    ['KF-9001', 'KF-9999', 'KF-10000'],
    ['KF-9001', 'KF-99999', 'KF-9003'],
    ['KF-9001', 'KF-999999', 'KF-9003'],
    ['KF-9001', 'KF-09005', 'KF-9003'],
    ['KF-9002', 'KF-99999', 'KF-9002'],
  ])('%s as %s: %s', async (from, to, expected) => {
    const copy = libraryWith({
      file: `content/articles/demo-${from === 'KF-9001' ? 'crash' : 'hang'}/en.mdx`,
      from,
      to,
    });
    const { stdout, status } = await run(copy, [
      '--title',
      'It stops',
      '--slug',
      'demo-stops',
      '--project',
      'demo',
      '--yes',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).facts.id).toBe(expected);
    const { problems } = await readLibrary(copy, '2026-11-21');
    expect(problems.filter(({ file, field }) => /stops/.test(file) && field === 'id')).toEqual([]);
  });
});

describe('writes only inside content/articles', () => {
  test.each(['content', 'content/articles'])('not if %s is a symbolic link', async (place) => {
    const copy = library();
    const outside = path.join(copy, 'outside');
    renameSync(path.join(copy, place), outside);
    symlinkSync(outside, path.join(copy, place));
    const before = readdirSync(outside);
    const { status, stderr } = await run(copy, [
      '--title',
      'It stops',
      '--project',
      'cython',
      '--yes',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${place} file: found a symbolic link; allowed: `);
    expect(readdirSync(outside)).toEqual(before);
  });

  test('not over a broken symbolic link', async () => {
    const copy = library();
    symlinkSync('/nowhere', path.join(copy, 'content/articles/demo-stops'));
    const args = ['--title', 'It stops', '--project', 'cython', '--slug', 'demo-stops', '--yes'];
    const { status, stderr } = await run(copy, args);
    expect(status).toBe(2);
    expect(stderr).toContain('content/articles/demo-stops is there already');
  });

  test.each(['con', 'aux', 'x'.repeat(101)])('not into a folder named %s', async (slug) => {
    const { status, stderr } = await run(library(), [
      '--title',
      'It stops',
      '--slug',
      slug,
      '--yes',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `--slug: found "${slug}"; allowed: a slug such as cython-walrus-crash`,
    );
  });
});
