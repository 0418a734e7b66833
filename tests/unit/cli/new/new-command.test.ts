import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { SOURCES } from '../../../support/draft-sources.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

/** Every call starts a program that reads a library. */
const TIMEOUT = 60_000;

/** The small library with the projects of the real one. */
function library(): string {
  const copy = libraryWith();
  cpSync(path.join(root, 'content/projects'), path.join(copy, 'content/projects'), {
    recursive: true,
  });
  return copy;
}

const source = (name: string) => path.join(SOURCES, name);

function run(cwd: string, args: readonly string[], input?: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(
    'node',
    [path.join(root, 'src/cli/new/new-command.ts'), ...args],
    {
      cwd,
      input: input ?? '',
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', INIT_CWD: undefined },
    },
  );
  return { status, stdout, stderr };
}

const articles = (copy: string) => readdirSync(path.join(copy, 'content/articles')).sort();

test('--help lists every flag and the exit codes', { timeout: TIMEOUT }, () => {
  const { status, stdout } = run(root, ['--help']);
  expect(status).toBe(0);
  for (const flag of [
    'from',
    'yes',
    'json',
    'no-duplicates',
    'title',
    'slug',
    'affected',
    'upstream',
  ]) {
    expect(stdout).toContain(`--${flag}`);
  }
  expect(stdout).toContain('Exit code: 0 written, 1 not written because the library has the fault');
});

test(
  'a write-up becomes a draft with its source beside it, and the check names what is left to do',
  { timeout: TIMEOUT },
  async () => {
    const copy = library();
    const { status, stdout, stderr } = run(copy, [
      '--from',
      source('cython-gitcode.txt'),
      '--yes',
      '--json',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['path', 'facts', 'unsure', 'sections', 'duplicates']);
    expect(answer.path).toBe('content/articles/cython-nogil/en.mdx');
    expect(answer.facts).toMatchObject({ id: 'KF-9003', project: 'cython', symptom: 'memory' });
    expect(answer.unsure).toEqual(['title', 'summary', 'python', 'builds']);
    expect(answer.sections['what-you-see'].code[0].language).toBe('message');
    expect(answer.duplicates).toEqual([]);
    expect(readFileSync(path.join(copy, 'content/articles/cython-nogil/SOURCE.md'), 'utf8')).toBe(
      readFileSync(source('cython-gitcode.txt'), 'utf8'),
    );

    // The check names the marked facts and the texts to be written, nothing else.
    const { problems } = await readLibrary(copy);
    const fields = problems.map(({ file, field }) => `${file} ${field}`);
    expect(new Set(fields)).toEqual(
      new Set([...answer.unsure, 'front matter', 'text'].map((field) => `${answer.path} ${field}`)),
    );
  },
);

test(
  'an issue comes through a pipe; without a terminal nothing is asked',
  { timeout: TIMEOUT },
  () => {
    const copy = library();
    const { status, stdout } = run(copy, ['--from', '-'], readFileSync(source('pyo3-issue.json')));
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'content/articles/pyo3-abort-traverse-pyclass-free-threaded-python/en.mdx (KF-9003)',
        'to be checked: summary, platforms, python',
        '`npm run check -- pyo3-abort-traverse-pyclass-free-threaded-python` lists with their lines what is left to do.',
        '',
      ].join('\n'),
    );
  },
);

test('a page in another encoding is read', { timeout: TIMEOUT }, () => {
  const copy = library();
  const page = Buffer.from(
    // GB 18030 for 段错误 and 升级.
    '<!doctype html><html><head><meta charset="gb2312"><title>Cython 3.0.10 \xb6\xce\xb4\xed\xce\xf3</title></head>' +
      '<body><p>Cython 3.0.11 \xd0\xde\xb8\xb4</p></body></html>',
    'latin1',
  );
  const { stdout } = run(copy, ['--from', '-', '--yes', '--json'], page);
  expect(JSON.parse(stdout).facts).toMatchObject({
    title: 'Cython 3.0.10 段错误',
    symptom: 'crash',
    affected: [{ ecosystem: 'PyPI', package: 'cython', fixed: '3.0.11' }],
  });
});

test('what the writer gives is not looked for', { timeout: TIMEOUT }, () => {
  const copy = library();
  const { stdout, status } = run(copy, [
    ...[
      '--yes',
      '--json',
      '--title',
      'It hangs',
      '--summary',
      'It hangs. Upgrade.',
      '--slug',
      'demo-waits',
    ],
    ...['--project', 'cython', '--symptom', 'hang', '--platform', 'linux', '--platform', 'macos'],
    ...[
      '--python',
      '>=3.12',
      '--build',
      'gil',
      '--status',
      'fixed',
      '--signature',
      'waiting for <name>',
    ],
    ...['--affected', 'cython>=3.0.0,<3.0.11', '--affected', 'crates.io:pyo3<0.22.4'],
    ...['--upstream', 'https://github.com/cython/cython/issues/90001', '--seen-in', 'librosa'],
    ...['--upstream', 'docs=https://docs.python.org/3/'],
  ]);
  expect(status).toBe(0);
  const { facts, unsure, path: file } = JSON.parse(stdout);
  expect(file).toBe('content/articles/demo-waits/en.mdx');
  expect(unsure).toEqual([]);
  expect(facts).toMatchObject({
    title: 'It hangs',
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

describe('a fault that the library has is named before a second is made', () => {
  const printed = 'Fatal Python error: demo is broken (line 3)\n';

  test('by its message', { timeout: TIMEOUT }, () => {
    const copy = library();
    const { stdout, stderr, status } = run(copy, ['--from', '-', '--yes', '--json'], printed);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).duplicates).toEqual(['KF-9001']);
    expect(JSON.parse(stdout).facts.related).toEqual(['demo-crash']);
    expect(stderr).toBe(
      'KF-9001 demo-crash has this, too: Fatal Python error: demo is broken (line <n>)\n',
    );
  });

  test('by its address, with --no-duplicates nothing is written', { timeout: TIMEOUT }, () => {
    const copy = library();
    const text = 'demo crashes, see https://github.com/Example/demo/issues/1';
    const { stdout, stderr, status } = run(
      copy,
      ['--from', '-', '--json', '--no-duplicates'],
      text,
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'KF-9001 demo-crash has this, too: https://github.com/example/demo/issues/1\nNothing was written.\n',
    );
    expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  });
});

describe('a folder that is there stays as it is', () => {
  test('a slug of its own gets a number', { timeout: TIMEOUT }, () => {
    const copy = library();
    mkdirSync(path.join(copy, 'content/articles/cython-nogil'));
    const { stdout } = run(copy, ['--from', source('cython-gitcode.txt'), '--yes', '--json']);
    expect(JSON.parse(stdout).path).toBe('content/articles/cython-nogil-2/en.mdx');
    expect(readdirSync(path.join(copy, 'content/articles/cython-nogil'))).toEqual([]);
  });

  test.each(['demo-crash', 'demo-import-crash'])(
    'the slug %s is refused',
    { timeout: TIMEOUT },
    (slug) => {
      const copy = library();
      const before = readFileSync(path.join(copy, 'content/articles/demo-crash/en.mdx'), 'utf8');
      const { status, stderr } = run(copy, [
        '--from',
        source('cython-gitcode.txt'),
        '--yes',
        '--slug',
        slug,
      ]);
      expect(status).toBe(2);
      expect(stderr).toContain(
        `content/articles/${slug} is there already and stays as it is; choose another --slug`,
      );
      expect(readFileSync(path.join(copy, 'content/articles/demo-crash/en.mdx'), 'utf8')).toBe(
        before,
      );
      expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
    },
  );
});

describe('a wrong call is one line, and nothing is written', () => {
  test.each([
    [[], 'Nothing to draft from: there is no terminal to ask at; give --from FILE or facts.'],
    [['--from', 'no-such-file.txt'], '--from no-such-file.txt: no such file'],
    [['--from', '.'], '--from .: a folder; the file is needed'],
    [['--from', 'https://example.org/x'], '--from https://example.org/x: nothing is fetched;'],
    [['--colour'], "Unknown option '--colour'"],
    [['--slug', '../../x'], '--slug: found "../../x"; allowed: a slug such as cython-walrus-crash'],
    [
      ['--symptom', 'crush', '--title', 'x'],
      '--symptom: found "crush"; allowed: build-error, link-error,',
    ],
    [['--project', 'nope'], '--project: found "nope"; allowed: auditwheel, boost-python,'],
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
  ])('%j: %s', { timeout: TIMEOUT }, (args, message) => {
    const copy = library();
    const { status, stdout, stderr } = run(copy, args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('`npm run new -- --help` lists the options.');
    expect(stderr).not.toContain('    at ');
    expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  });

  test('JSON that is no issue is said to be none', { timeout: TIMEOUT }, () => {
    const { status, stderr } = run(library(), ['--from', '-'], '{"number": 1}');
    expect(status).toBe(2);
    expect(stderr).toContain('--from -: found JSON that is no issue; needed what `gh issue view N');
  });
});

test('Ctrl-C leaves nothing half written, and says so', { timeout: TIMEOUT }, async () => {
  const copy = library();
  const child = spawn('node', [path.join(root, 'src/cli/new/new-command.ts'), '--from', '-', '--yes'], {
    cwd: copy,
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  // More than a pipe holds: once it is gone, the command is reading, and waits for the rest.
  const beginning = 'Cython 3.0.10 crashes\n'.repeat(20_000);
  await new Promise((resolve) => child.stdin.write(beginning, resolve));
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(said).toContain('Stopped: nothing was written.');
  expect(articles(copy)).toEqual(['demo-crash', 'demo-hang']);
  rmSync(path.join(copy, '.cache'), { recursive: true, force: true });
});
