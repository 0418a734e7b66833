import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { updateReleasesCommand } from '../../../../src/cli/update-releases/update-releases-command.ts';
import type { CommandContext } from '../../../../src/cli/shared/command-context.ts';
import { releasesOf } from '../../../../src/domain/releases/releases.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { closedPort, mockServer, testContext, type Reply } from '../../../support/mock-server.ts';
import { byPath, crateLine, simplePage, type Routes } from '../../../support/upstream-shapes.ts';

const DEMO = 'content/releases/PyPI/demo.json';
const DEMO_RS = 'content/releases/crates.io/demo-rs.json';

const PAGES: Routes = {
  '/demo/': simplePage(
    'demo',
    ['1.0', '1.1rc1', '1.1'],
    [
      ['demo-1.1.tar.gz', '2026-01-03', { 'requires-python': '>=3.9' }],
      ['demo-1.1-cp314-cp314-win_amd64.whl', '2026-01-04', { 'requires-python': '>=3.9' }],
      ['demo-1.1-cp314-cp314t-win_amd64.whl', '2026-01-04', { 'requires-python': '>=3.9' }],
      ['demo-1.0.tar.gz', '2025-01-01', { yanked: 'broken' }],
      ['demo-1.1rc1.tar.gz', '2026-01-01', { 'requires-python': '>=3.9' }],
    ],
  ),
  '/de/mo/demo-rs': {
    body: `${crateLine('0.3.0', { pubtime: '2026-01-15T01:02:03Z' })}\n${crateLine('0.2.0')}\n`,
  },
};

async function run(root: string, args: string[], pages = PAGES, other: CommandContext['env'] = {}) {
  const index = await mockServer(byPath(pages));
  const env = { PYPI_INDEX_URL: index.url, CRATES_INDEX_URL: `${index.url}/`, ...other };
  const context = testContext(root, env);
  const code = await updateReleasesCommand(args, context);
  const requested = index.requests.map(({ path: requestPath }) => requestPath);
  const { stdout, stderr } = context;
  return { code, out: stdout.text, err: stderr.text, requested, requests: index.requests };
}

const fileOf = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8');

test('writes a file for every named package, with one release per line', async () => {
  const root = libraryWith();
  const { code, out, err, requested, requests } = await run(root, []);
  expect(code).toBe(0);
  expect(out).toBe(`PyPI/demo: 3 releases, newest 1.1, 339 bytes
crates.io/demo-rs: 2 releases (1 without a date), newest 0.3.0, 171 bytes
`);
  expect(err).toBe('Packages: 1 of 2 (50 %)\nPackages: 2 of 2 (100 %)\n');
  expect(requested).toEqual(['/demo/', '/de/mo/demo-rs']);
  expect(requests[0]?.headers.accept).toBe('application/vnd.pypi.simple.v1+json');
  expect(fileOf(root, DEMO)).toBe(`{
  "ecosystem": "PyPI",
  "package": "demo",
  "checked": "2026-03-01",
  "releases": [
    {"version":"1.0","day":"2025-01-01","yanked":true,"wheels":[]},
    {"version":"1.1rc1","day":"2026-01-01","requires_python":">=3.9","wheels":[]},
    {"version":"1.1","day":"2026-01-03","requires_python":">=3.9","wheels":["3.14","3.14t"]}
  ]
}
`);
  expect(fileOf(root, DEMO_RS)).toBe(`{
  "ecosystem": "crates.io",
  "package": "demo-rs",
  "checked": "2026-03-01",
  "releases": [
    {"version":"0.2.0"},
    {"version":"0.3.0","day":"2026-01-15"}
  ]
}
`);
});

test('finds the releases under every spelling of a package name', async () => {
  const root = libraryWith();
  await run(root, []);
  const { releases, problems } = await readLibrary(root);
  expect(problems).toEqual([]);
  expect(releasesOf(releases, 'PyPI', 'Demo').map(({ version }) => version)).toEqual([
    '1.0',
    '1.1rc1',
    '1.1',
  ]);
  expect(releasesOf(releases, 'crates.io', 'demo-rs')).toHaveLength(2);
  expect(releasesOf(releases, 'crates.io', 'demo')).toEqual([]);
});

test('keeps known days when a mirror omits them', async () => {
  const root = libraryWith();
  await run(root, []);
  const files = ['demo-1.1.tar.gz', 'demo-1.2.tar.gz'].map((filename) => ({ filename }));
  await run(root, [], { ...PAGES, '/demo/': { body: { files } } });
  expect(JSON.parse(fileOf(root, DEMO)).releases).toEqual([
    { version: '1.1', day: '2026-01-03', wheels: [] },
    { version: '1.2', wheels: [] },
  ]);
});

test('--only limits the run to the named packages', async () => {
  const root = libraryWith();
  const { code, out } = await run(root, ['--only', 'crates.io/demo-rs']);
  expect(code).toBe(0);
  expect(out).toMatch(/^crates\.io\/demo-rs: .*\n$/);
  expect(existsSync(path.join(root, DEMO))).toBe(false);
});

test('reports a missing package with the files that name it, and keeps its old releases', async () => {
  const root = libraryWith();
  await run(root, []);
  const before = fileOf(root, DEMO);
  const { code, out } = await run(root, [], { ...PAGES, '/demo/': { status: 404 } });
  expect(code).toBe(1);
  expect(out).toContain(
    'No such package: PyPI/demo, named by content/projects/demo.yaml and 1 more\n',
  );
  expect(fileOf(root, DEMO)).toBe(before);
});

test('does not request an invalid package name', async () => {
  const root = libraryWith({
    file: 'content/articles/demo-hang/en.mdx',
    from: 'package: demo-rs',
    to: 'package: 9.secret',
  });
  const { code, out, requested } = await run(root, []);
  expect(code).toBe(1);
  expect(out).toContain(
    'No such package: crates.io/9.secret, named by content/articles/demo-hang/en.mdx\n',
  );
  expect(requested).toEqual(['/demo/']);
});

test('rejects a package name with a path before the first request', async () => {
  const root = libraryWith({
    file: 'content/articles/demo-hang/en.mdx',
    from: 'package: demo-rs',
    to: 'package: ../../secret',
  });
  const { code, err, requested } = await run(root, []);
  expect(code).toBe(2);
  expect(err).toContain('content/articles/demo-hang/en.mdx');
  expect(err).toContain('found "../../secret"; allowed: the name of a package');
  expect(requested).toEqual([]);
});

describe('keeps the old file after', () => {
  test.each<[string, Reply, string]>([
    ['a server error', { status: 503 }, 'the index answers 503'],
    [
      'broken JSON',
      { body: '{"files": [' },
      'the answer is not a page of the Simple API in its JSON form (PEP 691)',
    ],
    ['a truncated body', { body: PAGES['/demo/'], cut: 'in the body' }, 'other side closed'],
  ])('%s', async (_what, reply, why) => {
    const root = libraryWith();
    await run(root, []);
    const before = fileOf(root, DEMO);
    const { code, out } = await run(root, [], { ...PAGES, '/demo/': reply });
    expect(code).toBe(1);
    expect(out).toContain(`Not checked: PyPI/demo: ${why}\n`);
    expect(fileOf(root, DEMO)).toBe(before);
  });
});

test('retries after a broken connection and a rate limit', async () => {
  const replies: Reply[] = [
    { cut: 'at once' },
    { status: 429, headers: { 'retry-after': '1' } },
    PAGES['/demo/'] as Reply,
  ];
  const pages = { ...PAGES, '/demo/': () => replies.shift() ?? {} };
  expect((await run(libraryWith(), [], pages)).code).toBe(0);
  expect(replies).toEqual([]);
});

test('gives up on an index after three packages without an answer', async () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  const root = libraryWith({
    file: 'content/projects/demo.yaml',
    from: '  - { ecosystem: PyPI, name: demo }',
    to: names.map((name) => `  - { ecosystem: PyPI, name: ${name} }`).join('\n'),
  });
  const index = await closedPort();
  const { code, out } = await run(root, [], PAGES, { PYPI_INDEX_URL: index });
  const why = `connect ECONNREFUSED ${new URL(index).host}`;
  expect(code).toBe(1);
  expect(out.match(/^Not checked: .*$/gm)).toEqual([
    `Not checked: PyPI/demo: ${why}`,
    `Not checked: PyPI/five: ${why}`,
    `Not checked: PyPI/four: ${why}`,
    ...['one', 'three', 'two'].map(
      (name) => `Not checked: PyPI/${name}: PyPI was skipped after 3 failures in a row`,
    ),
  ]);
  expect(out).toContain('crates.io/demo-rs: 2 releases');
});

test('overwrites broken files and removes files of packages that nothing names', async () => {
  const root = libraryWith();
  await run(root, []);
  writeFileSync(path.join(root, DEMO), '<<<<<<< ours');
  const other = path.join(root, 'content/releases/PyPI/other.json');
  writeFileSync(
    other,
    fileOf(root, DEMO_RS).replace('crates.io', 'PyPI').replace('demo-rs', 'other'),
  );
  const { code, out } = await run(root, []);
  expect(code).toBe(0);
  expect(out).toContain('PyPI/other: no longer named, removed content/releases/PyPI/other.json\n');
  expect(existsSync(other)).toBe(false);
  expect((await readLibrary(root)).problems).toEqual([]);
});

test.each<[string[], CommandContext['env'], string]>([
  [
    ['--only', 'PyPI/numpy'],
    {},
    '--only: found PyPI/numpy; allowed: a package that an article or a project names.',
  ],
  [
    [],
    { CRATES_INDEX_URL: 'ftp://crates' },
    'CRATES_INDEX_URL: found ftp://crates; allowed: an https address.',
  ],
])('rejects %j with %j before the first request', async (args, env, message) => {
  const root = libraryWith();
  const { code, err, requested } = await run(root, args, PAGES, env);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('Try `npm run update:releases -- --help`.');
  expect(requested).toEqual([]);
  expect(existsSync(path.join(root, 'content/releases'))).toBe(false);
});

test('refuses to run while an article has a problem', async () => {
  const file = 'content/articles/demo-crash/en.mdx';
  const root = libraryWith({ file, from: 'symptom: crash', to: 'symptom: crush' });
  const { code, err } = await run(root, []);
  expect(code).toBe(2);
  expect(err).toContain(`${file}:7 symptom: found "crush"`);
});

test.each([DEMO, path.dirname(DEMO), 'content/releases'])(
  'writes nothing through a link in place of %s',
  async (place) => {
    const root = libraryWith();
    await run(root, []);
    const [target, outside] = [path.join(root, place), path.join(root, 'outside')];
    rmSync(target, { recursive: true });
    if (place === DEMO) writeFileSync(outside, 'foreign');
    else mkdirSync(path.join(outside, 'PyPI'), { recursive: true });
    symlinkSync(outside, target);
    const { code, err, requested } = await run(root, []);
    expect(code).toBe(2);
    expect(err).toContain(`${place} file: found a symbolic link; allowed: the file itself`);
    expect(requested).toEqual([]);
    if (place === DEMO) expect(readFileSync(outside, 'utf8')).toBe('foreign');
  },
);
