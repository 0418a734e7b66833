import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { FIXTURE_LIBRARY } from '../../../support/root.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG = 'content/articles/demo-hang/en.mdx';
const HANG_ZH = 'content/articles/demo-hang/zh.mdx';
const PROJECT = 'content/projects/demo.yaml';

const problemsOf = async (root: string) => (await readLibrary(root)).problems.map(formatProblem);

test('reads a valid library without problems', async () => {
  const { articles, projects, problems } = await readLibrary(libraryWith());
  expect(problems).toEqual([]);
  expect([...projects.keys()]).toEqual(['demo']);
  expect(articles.map(({ slug, facts }) => [slug, facts.id, facts.signatures.length])).toEqual([
    ['demo-crash', 'KF-9001', 1],
    ['demo-hang', 'KF-9002', 0],
  ]);
});

describe('reports a mistake with file, line, field, what was found and what is allowed', () => {
  test.each([
    [
      CRASH,
      'symptom: crash',
      'symptom: crush',
      ':7 symptom: found "crush"; allowed: build-error, link-error, import-error, crash, exception, wrong-result, hang, memory, performance',
    ],
    [CRASH, 'id: KF-9001', 'id: 9001', ':2 id: found 9001; allowed: an id such as KF-0001'],
    [CRASH, 'id: KF-9001', 'id: KF-1', ':2 id: found "KF-1"; allowed: an id such as KF-0001'],
    [CRASH, 'title: Importing demo crashes', 'title: ""', ':3 title: found ""; allowed: text'],
    [CRASH, 'component: core', 'component: [core]', ':6 component: found ["core"]; allowed: text'],
    [CRASH, 'project: demo', 'project: demmo', ':5 project: found "demmo"; allowed: demo'],
    [
      CRASH,
      'platforms: [linux, windows]',
      'platforms: [linux, osx]',
      ':8 platforms[1]: found "osx"; allowed: linux, macos, windows',
    ],
    [
      CRASH,
      'platforms: [linux, windows]',
      'platforms: []',
      ':8 platforms: found []; allowed: at least one',
    ],
    [
      CRASH,
      'platforms: [linux, windows]',
      'platforms: [linux, linux]',
      ':8 platforms: found ["linux","linux"]; allowed: each value once',
    ],
    [
      CRASH,
      'platforms: [linux, windows]',
      'platforms: linux',
      ':8 platforms: found "linux"; allowed: a list',
    ],
    [
      CRASH,
      '">=3.9,<3.13"',
      '"3.9 and later"',
      ':9 python: found "3.9 and later"; allowed: a PEP 440 specifier such as ">=3.8" or ">=3.9,<3.13"',
    ],
    [
      CRASH,
      'builds: [gil]',
      'builds: [nogil]',
      ':10 builds[0]: found "nogil"; allowed: gil, free-threaded, debug',
    ],
    [
      CRASH,
      'status: fixed',
      'status: done',
      ':11 status: found "done"; allowed: fixed, workaround, open, by-design',
    ],
    [
      CRASH,
      ', fixed: "1.2.0"',
      '',
      ':11 status: found "fixed"; allowed: fixed only if an entry of affected names the fixed version or python excludes later versions',
    ],
    [
      CRASH,
      'fixed: "1.2.0"',
      'fixed: 1.2',
      ':13 affected[0].fixed: found 1.2; allowed: text: put the value in quotes',
    ],
    [
      CRASH,
      'fixed: "1.2.0"',
      'fixed: "1.2.x"',
      ':13 affected[0].fixed: found "1.2.x"; allowed: a PEP 440 version such as 3.1.0, 3.1.0a1',
    ],
    [
      CRASH,
      'fixed: "1.2.0"',
      'fixed: "0.9"',
      ':13 affected[0].fixed: found "0.9"; allowed: a version after introduced (1.0.0)',
    ],
    [
      CRASH,
      'ecosystem: PyPI',
      'ecosystem: pypi',
      ':13 affected[0].ecosystem: found "pypi"; allowed: PyPI, crates.io',
    ],
    [
      HANG,
      '"0.3.0"',
      '"0.3"',
      ':12 affected[0].introduced: found "0.3"; allowed: a SemVer version such as 0.23.0, 0.23.0-beta.1',
    ],
    [
      CRASH,
      'url: "https://github.com/example/demo/issues/1"',
      'url: "javascript:alert(1)"',
      ':17 upstream[0].url: found "javascript:alert(1)"; allowed: an https address without query, user or port',
    ],
    [
      CRASH,
      'kind: issue',
      'kind: bug',
      ':17 upstream[0].kind: found "bug"; allowed: issue, fix, change, discussion, downstream, related, docs',
    ],
    [
      CRASH,
      'updated: 2026-01-03',
      'updated: 2025-01-03',
      ':19 updated: found "2025-01-03"; allowed: a date on or after published (2026-01-02)',
    ],
    [
      CRASH,
      'published: 2026-01-02',
      'published: 2026-02-30',
      ':18 published: found "2026-02-30"; allowed: a date such as 2026-11-21',
    ],
    [
      CRASH,
      'aliases: [demo-import-crash]',
      'aliases: [Demo Crash]',
      ':20 aliases[0]: found "Demo Crash"; allowed: an earlier slug',
    ],
    [
      CRASH,
      'aliases: [demo-import-crash]',
      'aliases: [demo-hang]',
      ':20 aliases[0]: found "demo-hang"; allowed: an unused slug (demo-hang claims it)',
    ],
    [
      CRASH,
      'related: [demo-hang]',
      'related: [demo-leak]',
      ':21 related[0]: found "demo-leak"; allowed: the slug of an article',
    ],
    [
      CRASH,
      'related: [demo-hang]',
      'related: [demo-crash]',
      ':21 related[0]: found "demo-crash"; allowed: another article',
    ],
    [
      CRASH,
      'Upgrade.',
      'Upgrade {now}.',
      ':34 text: found the expression "{now}"; allowed: no expressions; put braces in backticks or write \\{',
    ],
    [
      HANG_ZH,
      "source: '000000000000'",
      'source: abc',
      ':4 source: found "abc"; allowed: 12 hexadecimal digits',
    ],
    [
      HANG_ZH,
      'summary:',
      'symptom: hang\nsummary:',
      ':3 symptom: found an unknown field; allowed: one of title, summary, fix, lookup, source',
    ],
    [
      PROJECT,
      'repository: https://github.com/example/demo',
      'repository: github',
      ':6 repository: found "github"; allowed: an https address',
    ],
  ] as const)('%s: %s -> %s', async (file, from, to, expected) => {
    const problems = await problemsOf(libraryWith({ file, from, to }));
    for (const line of problems) expect(line).not.toMatch(/\n|\bat .*\.ts:/);
    expect(problems).toEqual([file + expected]);
  });
});

test('reports a misspelled field as missing and as unknown', async () => {
  const from = 'title: Importing demo crashes';
  const problems = await problemsOf(
    libraryWith({ file: CRASH, from, to: from.replace('title', 'titel') }),
  );
  expect(problems).toEqual([
    `${CRASH}:2 title: found nothing; allowed: text`,
    `${CRASH}:3 titel: found an unknown field; allowed: one of id, title, summary, fix, cause, project, component, symptom, platforms, python, builds, status, affected, compatibility, concerns, seen_in, signatures, lookup, general, upstream, verified, published, updated, aliases, related`,
  ]);
});

test('reports a duplicate id on the later article', async () => {
  const root = libraryWith({ file: CRASH, from: 'KF-9001', to: 'KF-9002' });
  expect(await problemsOf(root)).toEqual([
    `${HANG}:2 id: found "KF-9002"; allowed: an unused id (demo-crash has this one)`,
  ]);
});

test('truncates long values', async () => {
  const root = libraryWith({ file: CRASH, from: 'Upgrade to demo 1.2.0.', to: 'x'.repeat(300) });
  const [line = ''] = await problemsOf(root);
  expect(line).toContain(':4 summary: found "Import dies with a segmentation fault. xxx');
  expect(line).toMatch(/x\.\.\.; allowed: at most 300 characters$/);
});

test('reports each incomplete field of verified', async () => {
  const root = libraryWith({ file: CRASH, from: 'component: core', to: 'verified: { on: today }' });
  expect(await problemsOf(root)).toEqual([
    `${CRASH}:6 verified.on: found "today"; allowed: a date such as 2026-11-21`,
    `${CRASH}:6 verified.platform: found nothing; allowed: text`,
    `${CRASH}:6 verified.python: found nothing; allowed: text`,
    `${CRASH}:6 verified.broken: found nothing; allowed: text`,
  ]);
});

test('reports all mistakes of all files in order', async () => {
  const root = libraryWith(
    { file: HANG, from: 'symptom: hang', to: 'symptom: hangs' },
    { file: CRASH, from: 'symptom: crash', to: 'symptom: crush' },
    { file: CRASH, from: 'builds: [gil]', to: 'builds: [x]' },
  );
  const files = (await readLibrary(root)).problems.map(({ file, line }) => `${file}:${line}`);
  expect(files).toEqual([`${CRASH}:7`, `${CRASH}:10`, `${HANG}:6`]);
});

test('reports a duplicate alias on the later article', async () => {
  const root = libraryWith({
    file: HANG,
    from: 'builds:',
    to: 'aliases: [demo-import-crash]\nbuilds:',
  });
  expect(await problemsOf(root)).toEqual([
    `${HANG}:9 aliases[0]: found "demo-import-crash"; allowed: an unused slug (demo-crash claims it)`,
  ]);
});

test('reports unexpected folders and files', async () => {
  const root = libraryWith();
  mkdirSync(path.join(root, 'content/articles/Bad Name'));
  mkdirSync(path.join(root, 'content/articles/empty'));
  writeFileSync(path.join(root, 'content/articles/demo-hang/run.sh'), '');
  writeFileSync(path.join(root, 'content/projects/README'), '');
  expect(await problemsOf(root)).toEqual([
    'content/articles/Bad Name folder name: found "Bad Name"; allowed: a slug such as cython-walrus-crash',
    'content/articles/demo-hang/run.sh file name: found "run.sh"; allowed: en.mdx, zh.mdx, reproduce',
    'content/articles/empty/en.mdx file: found nothing; allowed: the English article with the facts',
    'content/projects/README file name: found "README"; allowed: <id>.yaml',
  ]);
});

test('marks a translation as stale when the English text changes', async () => {
  const [, before] = (await readLibrary(libraryWith())).articles;
  expect(before?.translations.zh?.stale).toBe(true);

  const digest = before?.digest ?? '';
  const fresh = { file: HANG_ZH, from: '000000000000', to: digest };
  const [, upToDate] = (await readLibrary(libraryWith(fresh))).articles;
  expect(upToDate?.translations.zh?.stale).toBe(false);

  const edited = { file: HANG, from: 'It waits.', to: 'It waits for ever.' };
  const [, behind] = (await readLibrary(libraryWith(fresh, edited))).articles;
  expect(behind?.translations.zh?.stale).toBe(true);
});

describe('bounds every list and every word of the facts', () => {
  const list = (count: number, item: (index: number) => string) =>
    `[${Array.from({ length: count }, (_, index) => item(index)).join(',\n  ')}]`;
  const signatures = (count: number) =>
    list(count, (index) => `"Demo stops at w${index.toString(36)}x"`);
  const upstream = (count: number) =>
    list(
      count,
      (n) => `{ kind: related, url: "https://github.com/example/demo/issues/${n + 10}" }`,
    );
  const affected = (count: number) =>
    list(count, (n) => `{ ecosystem: PyPI, package: demo-${n}, fixed: "1.0" }`);
  const replaced = (field: string, value: string) => {
    const text = readFileSync(path.join(FIXTURE_LIBRARY, CRASH), 'utf8');
    const [from = ''] = new RegExp(`^${field}:.*(?:\\n  - .*)*$`, 'm').exec(text) ?? [];
    return libraryWith({ file: CRASH, from, to: `${field}: ${value}` });
  };

  test.each([
    ['signatures', 72, signatures],
    ['upstream', 40, upstream],
    ['affected', 12, affected],
    ['aliases', 10, (count: number) => list(count, (n) => `demo-${n}`)],
  ] as const)('%s has at most %i entries', async (field, limit, write) => {
    expect(await problemsOf(replaced(field, write(limit)))).toEqual([]);
    const [problem, ...others] = await problemsOf(replaced(field, write(limit + 1)));
    expect(others).toEqual([]);
    expect(problem).toMatch(
      new RegExp(`:\\d+ ${field}: found .*; allowed: at most ${limit} entries$`),
    );
  });

  test('a signature has at most 400 characters', async () => {
    const root = replaced('signatures', `["${'x'.repeat(401)}"]`);
    expect(await problemsOf(root)).toEqual([
      expect.stringMatching(/ signatures\[0\]: found .*; allowed: at most 400 characters$/),
    ]);
  });

  test('a word of the summary has at most 90 characters', async () => {
    expect(await problemsOf(replaced('summary', `Set ${'x'.repeat(91)} to it.`))).toEqual([
      expect.stringMatching(/ summary: found ".*; allowed: words of at most 90 characters$/),
    ]);
    expect(await problemsOf(replaced('summary', `Set ${'x'.repeat(90)} to it.`))).toEqual([]);
    expect(await problemsOf(replaced('summary', '编译'.repeat(100)))).toEqual([]);
  });
});

describe('gives every id one form', () => {
  const withId = (id: string) => problemsOf(libraryWith({ file: CRASH, from: 'KF-9001', to: id }));

  test.each(['KF-0001', 'KF-9999', 'KF-10000', 'KF-99999'])('accepts %s', async (id) => {
    expect(await withId(id)).toEqual([]);
  });

  test.each(['KF-09001', 'KF-00001', 'KF-100000', 'KF-999999', 'KF-901', 'kf-9001'])(
    'rejects %s',
    async (id) => {
      expect(await withId(id)).toEqual([
        `${CRASH}:2 id: found "${id}"; allowed: an id such as KF-0001`,
      ]);
    },
  );
});

describe('gives every upstream address one form', () => {
  const ISSUE = 'https://github.com/example/demo/issues/1';
  const withAddress = (url: string) =>
    problemsOf(libraryWith({ file: CRASH, from: ISSUE, to: url }));

  test.each([
    ['https://github.com/example/demo/Issues/1', ISSUE],
    ['https://github.com/example/demo/issues/001', ISSUE],
    ['https://github.com/example/demo/issue/1/', ISSUE],
    ['https://GitHub.com/example/demo/issues/1', ISSUE],
    ['https://github.com//example/./demo/issues/1', ISSUE],
    [
      'https://github.com/example/demo/Pull/07/files',
      'https://github.com/example/demo/pull/7/files',
    ],
    ['https://gitlab.com/a/b/issues/07#note_1', 'https://gitlab.com/a/b/-/issues/7#note_1'],
    ['https://NumPy.org/doc/', 'https://numpy.org/doc/'],
  ])('rejects %s', async (url, expected) => {
    expect(await withAddress(url)).toEqual([
      `${CRASH}:17 upstream[0].url: found "${url}"; allowed: ${expected}`,
    ]);
  });

  test.each(['con/demo', 'example/...', 'example/.git', 'example/nul.c'])(
    'rejects the owner and repository %s, which become folders',
    async (project) => {
      expect(await withAddress(`https://github.com/${project}/issues/1`)).toEqual([
        expect.stringContaining(
          '; allowed: an owner and a repository with a name that every system',
        ),
      ]);
    },
  );

  test.each([
    'https://github.com/example/.github/issues/1',
    'https://github.com/Example/Demo/pull/1/files#diff-2',
    'https://gitlab.com/a/b/c/-/merge_requests/12',
    'https://example.org',
    'https://example.org/a/#b',
    'https://github.com/example/demo/blob/main/NEWS.md',
  ])('accepts %s', async (url) => {
    expect(await withAddress(url)).toEqual([]);
  });

  test.each(['https://github.com/Example/demo/issues/2', 'https://github.com/example/demo/pull/2'])(
    'rejects %s beside the issue itself in another article',
    async (url) => {
      expect(await withAddress(url)).toEqual([
        `${HANG}:14 upstream[0].url: found "https://github.com/example/demo/issues/2"; allowed: ${url}, as demo-crash spells it`,
      ]);
    },
  );
});

test('reports a signature that another article has, unless both list each other', async () => {
  const copied = {
    file: HANG,
    from: 'upstream:',
    to: 'signatures:\n  - "demo is broken (line <line>)"\nupstream:',
  };
  expect(await problemsOf(libraryWith(copied))).toEqual([
    `${HANG}:14 signatures[0]: found "demo is broken (line <line>)"; allowed: a line that demo-crash does not have, or each of the two articles in related of the other`,
  ]);
  const listed = { file: HANG, from: 'published:', to: 'related: [demo-crash]\npublished:' };
  expect(await problemsOf(libraryWith(copied, listed))).toEqual([]);
});

test.each(['con', 'aux', 'com7', 'x'.repeat(101)])('rejects the alias %s', async (alias) => {
  const root = libraryWith({ file: CRASH, from: '[demo-import-crash]', to: `[${alias}]` });
  expect(await problemsOf(root)).toEqual([
    expect.stringMatching(/ aliases\[0\]: found ".*; allowed: an earlier slug$/),
  ]);
});

test('rejects a package whose file of releases Windows cannot have', async () => {
  const root = libraryWith({ file: CRASH, from: 'package: demo,', to: 'package: aux,' });
  expect(await problemsOf(root)).toEqual([
    expect.stringContaining(' affected[0].package: found "aux"; allowed: a name that every system'),
  ]);
});
