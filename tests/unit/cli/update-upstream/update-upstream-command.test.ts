import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { updateUpstreamCommand } from '../../../../src/cli/update-upstream/update-upstream-command.ts';
import type { CommandContext } from '../../../../src/cli/shared/command-context.ts';
import { libraryWith, type Edit } from '../../../support/library-copy.ts';
import {
  MemoryOutput,
  closedPort,
  mockServer,
  testContext,
  type Reply,
} from '../../../support/mock-server.ts';
import {
  byPath,
  crateLine,
  issuePath,
  issueShape,
  primaryLimit,
  secondaryLimit,
  simplePage,
  type IssueShape,
  type Routes,
} from '../../../support/upstream-shapes.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG = 'content/articles/demo-hang/en.mdx';
const REPOSITORY = 'https://github.com/example/demo';
const NOON = 'T12:00:00Z';

const issue = (shape: IssueShape): Routes => ({
  [issuePath(shape.number)]: { body: issueShape(shape) },
});
const openIssues = (...numbers: number[]): Routes =>
  Object.assign({}, ...numbers.map((number) => issue({ number })));

/** The state of both issues as the articles of the fixture library have it. */
const UNCHANGED: Routes = {
  [issuePath(1)]: {
    headers: { etag: 'W/"one"' },
    body: issueShape({ number: 1, state: 'closed', closedAt: `2026-01-01${NOON}` }),
  },
  [issuePath(2)]: { headers: { etag: 'W/"two"' }, body: issueShape({ number: 2 }) },
};

/** Releases of the package demo, each with the day of its upload. */
const demoReleases = (...releases: [version: string, day: string][]): Reply =>
  simplePage(
    'demo',
    releases.map(([version]) => version),
    releases.map(([version, day]) => [`demo-${version}.tar.gz`, day]),
  );

/** Releases of the crate demo-rs, each with the day of its publication. */
const crateReleases = (...releases: [version: string, day: string][]): Reply => ({
  body: releases.map(([version, day]) => crateLine(version, { pubtime: day + NOON })).join('\n'),
});

const PACKAGES: Routes = {
  '/demo/': demoReleases(['1.0.0', '2025-01-01'], ['1.2.0', '2025-12-24']),
  '/de/mo/demo-rs': crateReleases(['0.3.0', '2026-01-15']),
};

/** Replaces the links in the article demo-hang. */
const hangCites = (...links: string[]): Edit => ({
  file: HANG,
  from: `  - { kind: issue, url: "${REPOSITORY}/issues/2", state: open }`,
  to: links.map((link) => `  - { ${link} }`).join('\n'),
});
const hangCitesIssues = (...numbers: number[]) =>
  hangCites(...numbers.map((n) => `kind: issue, url: "${REPOSITORY}/issues/${n}", state: open`));
const hangCitesPull = hangCites(`kind: change, url: "${REPOSITORY}/pull/3", state: open`);

interface Setting {
  /** Replies of GitHub; they replace single ones of `UNCHANGED`. */
  github?: Routes;
  packages?: Routes;
  env?: CommandContext['env'];
  context?: Partial<CommandContext>;
  stderr?: MemoryOutput;
}

async function run(
  root: string,
  args: string[],
  { github = {}, packages = {}, env = {}, context = {}, ...streams }: Setting = {},
) {
  const hub = await mockServer(byPath({ ...UNCHANGED, ...github }));
  const index = await mockServer(byPath({ ...PACKAGES, ...packages }));
  const urls = { GITHUB_API_URL: hub.url, PYPI_INDEX_URL: index.url, CRATES_INDEX_URL: index.url };
  const injected = testContext(root, { ...urls, ...env }, { ...context, ...streams });
  const code = await updateUpstreamCommand(args, injected);
  const file = path.join(root, 'content/upstream.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return {
    code,
    out: injected.stdout.text,
    err: injected.stderr.text,
    text,
    record: text === '' ? undefined : JSON.parse(text),
    polled: hub.requests.map(({ path: requested }) => requested),
    hub: hub.requests,
    index: index.requests,
  };
}

test('polls every cited address, fetches every named package, and writes both in order', async () => {
  const { code, out, text, polled } = await run(libraryWith(), []);
  expect(code).toBe(0);
  expect(out).toBe(`Addresses: 2 cited, 0 fresh, 2 checked, 0 left.
Packages: 2 checked.
No article is out of date.
`);
  expect(polled).toEqual([issuePath(1), issuePath(2)]);
  expect(text).toBe(`{
  "checked": "2026-03-01",
  "addresses": {
    "https://github.com/example/demo/issues/1": {"state":"closed","closed":"2026-01-01"},
    "https://github.com/example/demo/issues/2": {"state":"open"}
  },
  "packages": {
    "PyPI/demo": {"version":"1.2.0","day":"2025-12-24"},
    "crates.io/demo-rs": {"version":"0.3.0","day":"2026-01-15"}
  }
}
`);
});

test.each([
  ['', undefined],
  ['secret', 'token secret'],
])('with GITHUB_TOKEN %j, GitHub gets the authorization %j', async (token, authorization) => {
  const env = { SITE_URL: 'https://faults.example', GITHUB_TOKEN: token };
  const { hub, index } = await run(libraryWith(), [], { env });
  for (const { headers } of hub) {
    expect(headers.authorization).toBe(authorization);
    expect(headers['user-agent']).toMatch(/^known-faults \(https:\/\/faults\.example\)/);
  }
  for (const { headers } of index) {
    expect(headers.authorization).toBeUndefined();
    expect(headers['user-agent']).toBe('known-faults (https://faults.example)');
  }
});

describe('reports a change in one line, with exit code 3', () => {
  test.each<[string, Edit[], Routes, string[]]>([
    [
      'an issue was closed',
      [],
      issue({ number: 2, state: 'closed', closedAt: '2026-02-20T23:59:59Z' }),
      ['KF-9002 demo-hang (open)', '  example/demo#2: open in the article, closed on 2026-02-20'],
    ],
    [
      'a pull request was merged',
      [hangCitesPull],
      issue({
        number: 3,
        state: 'closed',
        closedAt: '2026-02-21T00:00:01Z',
        mergedAt: '2026-02-21T00:00:00Z',
      }),
      ['KF-9002 demo-hang (open)', '  example/demo#3: open in the article, merged on 2026-02-21'],
    ],
    [
      'a pull request was closed without a merge',
      [hangCitesPull],
      issue({ number: 3, state: 'closed', closedAt: '2026-02-21T00:00:00Z', mergedAt: null }),
      ['KF-9002 demo-hang (open)', '  example/demo#3: open in the article, closed on 2026-02-21'],
    ],
    [
      'an issue was reopened',
      [],
      issue({ number: 1 }),
      ['KF-9001 demo-crash (fixed)', '  example/demo#1: closed in the article, open again'],
    ],
    [
      'an issue was deleted (410) or made private (404)',
      [],
      {
        [issuePath(1)]: { status: 410, body: { message: 'Gone' } },
        [issuePath(2)]: { status: 404 },
      },
      [
        'KF-9001 demo-crash (fixed)',
        `  example/demo#1: no longer there (${REPOSITORY}/issues/1)`,
        'KF-9002 demo-hang (open)',
        `  example/demo#2: no longer there (${REPOSITORY}/issues/2)`,
      ],
    ],
    [
      'a repository or an issue moved (301)',
      [],
      {
        [issuePath(1)]: { status: 301, headers: { location: '/repositories/7/issues/1' } },
        '/repositories/7/issues/1': {
          body: issueShape({
            repo: 'demo-org/demo',
            number: 1,
            state: 'closed',
            closedAt: `2026-01-01${NOON}`,
          }),
        },
        [issuePath(2)]: { status: 301, headers: { location: '/repositories/8/issues/40' } },
        '/repositories/8/issues/40': { body: issueShape({ repo: 'example/other', number: 40 }) },
      },
      [
        'KF-9001 demo-crash (fixed)',
        '  example/demo#1: moved to https://github.com/demo-org/demo/issues/1',
        'KF-9002 demo-hang (open)',
        '  example/demo#2: moved to https://github.com/example/other/issues/40',
      ],
    ],
  ])('%s', async (_what, edits, github, expected) => {
    const { code, out } = await run(libraryWith(...edits), [], { github });
    expect(code).toBe(3);
    const [summary, ...lines] = out.slice(out.indexOf('Out of date')).trimEnd().split('\n');
    const articles = expected.filter((line) => line.startsWith('KF-')).length;
    expect(summary).toBe(`Out of date: ${articles} of 2 articles.`);
    expect(lines).toEqual(expected);
  });

  test('the fixed release came out after the article', async () => {
    const packages = { '/demo/': demoReleases(['1.1.0', '2025-01-01'], ['1.2.0', '2026-02-10']) };
    const { code, out } = await run(libraryWith(), [], { packages });
    expect(code).toBe(3);
    expect(out).toContain(`KF-9001 demo-crash (fixed)
  demo 1.2.0: out since 2026-02-10, after the article, which has it fixed in 1.2.0
`);
  });

  test('a stable release came out after the merge of the fix and after the article', async () => {
    const root = libraryWith(hangCites(`kind: fix, url: "${REPOSITORY}/pull/3", state: merged`));
    const merged = `2026-01-20${NOON}`;
    const { code, out } = await run(root, [], {
      github: issue({ number: 3, state: 'closed', closedAt: merged, mergedAt: merged }),
      packages: {
        '/de/mo/demo-rs': crateReleases(
          ['0.3.0', '2026-01-15'],
          ['0.3.1', '2026-01-25'],
          ['0.4.0-rc.1', '2026-02-10'],
          ['0.4.0', '2026-02-20'],
        ),
      },
    });
    expect(code).toBe(3);
    expect(out).toContain(`KF-9002 demo-hang (open)
  example/demo#3: the fix was merged on 2026-01-20, and demo-rs 0.4.0 came out on 2026-02-20
`);
  });
});

test('confirms earlier answers by their ETag', async () => {
  const root = libraryWith();
  await run(root, []);
  const confirm = (etag: string) => () => ({ status: 304, headers: { etag } });
  const { code, text, hub } = await run(root, [], {
    github: { [issuePath(1)]: confirm('W/"one"'), [issuePath(2)]: confirm('W/"two"') },
    context: { today: '2026-03-08' },
  });
  expect(hub.map(({ headers }) => headers['if-none-match'])).toEqual(['W/"one"', 'W/"two"']);
  expect(code).toBe(0);
  expect(text).toContain('"checked": "2026-03-08"');
  expect(text).toContain('/issues/1": {"state":"closed","closed":"2026-01-01"}');
});

test('polls an address again after three days, or with --all or --only', async () => {
  const root = libraryWith();
  await run(root, []);
  const polledOn = async (today: string, ...args: string[]) =>
    (await run(root, args, { context: { today } })).polled;
  expect(await polledOn('2026-03-03')).toEqual([]);
  expect(await polledOn('2026-03-03', '--only', 'KF-9002')).toEqual([issuePath(2)]);
  // The least recently checked address comes first.
  expect(await polledOn('2026-03-03', '--all')).toEqual([issuePath(1), issuePath(2)]);
  expect(await polledOn('2026-03-05')).toEqual([]);
  expect(await polledOn('2026-03-06')).toEqual([issuePath(1), issuePath(2)]);
});

test('--only updates what one article cites and names', async () => {
  const root = libraryWith();
  await run(root, []);
  const { out, record } = await run(root, ['--only', 'KF-9002'], {
    context: { today: '2026-03-02' },
  });
  expect(out).toContain('Addresses: 1 cited, 0 fresh, 1 checked, 0 left.\nPackages: 1 checked.\n');
  expect(record).toEqual({
    checked: '2026-03-01',
    addresses: {
      [`${REPOSITORY}/issues/1`]: { state: 'closed', closed: '2026-01-01' },
      [`${REPOSITORY}/issues/2`]: { state: 'open', checked: '2026-03-02' },
    },
    packages: {
      'PyPI/demo': { version: '1.2.0', day: '2025-12-24' },
      'crates.io/demo-rs': { version: '0.3.0', day: '2026-01-15', checked: '2026-03-02' },
    },
  });
});

test('removes addresses and packages that no article cites or names any longer', async () => {
  const root = libraryWith();
  await run(root, []);
  const article = path.join(root, HANG);
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, text.replaceAll('issues/2', 'issues/1').replaceAll('demo-rs', 'demo-py'));
  const { record } = await run(root, []);
  expect(Object.keys(record.addresses)).toEqual([`${REPOSITORY}/issues/1`]);
  expect(Object.keys(record.packages)).toEqual(['PyPI/demo']);
});

describe('rate limits of GitHub', () => {
  const root = () => libraryWith(hangCitesIssues(2, 3, 4, 5));
  const github = openIssues(3, 4, 5);

  test('stops when the requests of the hour are used up, and resumes there in the next run', async () => {
    const library = root();
    const limit = primaryLimit(new Date('2026-03-01T10:42:00Z'));
    const first = await run(library, [], { github: { ...github, [issuePath(4)]: limit } });
    expect(first.code).toBe(1);
    expect(first.polled).toEqual([1, 2, 3, 4].map((n) => issuePath(n)));
    expect(first.out).toBe(`Addresses: 5 cited, 0 fresh, 3 checked, 2 left.
The rate limit of GitHub ends at 2026-03-01 10:42 UTC.
Run the same command again to continue.
Packages: 2 checked.
No article is out of date.
`);
    expect(Object.keys(first.record.addresses)).toHaveLength(3);

    const second = await run(library, [], { github });
    expect(second.code).toBe(0);
    expect(second.polled).toEqual([4, 5].map((n) => issuePath(n)));
    expect(second.out).toContain('Addresses: 5 cited, 3 fresh, 2 checked, 0 left.');
  });

  test('waits for a short pause and reports it', async () => {
    const replies = [secondaryLimit(7), { body: issueShape({ number: 3 }) }];
    const { code, err, polled } = await run(root(), [], {
      github: { ...github, [issuePath(3)]: () => replies.shift() ?? {} },
    });
    expect(code).toBe(0);
    expect(err).toContain('GitHub: rate limited, waiting 7 s\n');
    expect(polled).toEqual([1, 2, 3, 3, 4, 5].map((n) => issuePath(n)));
  });

  test('leaves a long pause to another run', async () => {
    const { code, out, polled } = await run(root(), ['--json'], {
      github: { ...github, [issuePath(3)]: secondaryLimit(3600) },
    });
    expect(code).toBe(1);
    expect(polled).toEqual([1, 2, 3].map((n) => issuePath(n)));
    const { left, again } = JSON.parse(out).addresses;
    expect([left, again]).toEqual([3, expect.stringMatching(/^\d{4}-\d\d-\d\dT/)]);
  });

  test('pauses twice for a limit without a time, then stops', async () => {
    const { headers: _, ...limit } = secondaryLimit(0);
    const { code, out, polled } = await run(root(), [], { github: { [issuePath(2)]: limit } });
    expect(code).toBe(1);
    expect(polled).toEqual([1, 2, 2, 2].map((n) => issuePath(n)));
    expect(out).toContain('1 checked, 4 left.\nThe rate limit of GitHub ends at ');
  });
});

describe('unusable answers', () => {
  const noIssue = 'the answer is not an issue or pull request';

  test.each<[string, Reply, string]>([
    ['a server error', { status: 502, body: 'x' }, 'GitHub answers 502'],
    ['a forbidden repository', { status: 403, body: { message: 'No' } }, 'GitHub answers 403'],
    ['legal reasons', { status: 451, body: { message: 'No' } }, 'GitHub answers 451'],
    ['broken JSON', { body: '{"state": ' }, noIssue],
    ['HTML', { headers: { 'content-type': 'text/html' }, body: '<p>' }, noIssue],
    ['unexpected JSON', { body: { state: 'odd' } }, noIssue],
    ['a truncated body', { body: issueShape({ number: 1 }), cut: 'in the body' }, noIssue],
  ])('reports %s, polls the rest and keeps the earlier answer', async (_what, reply, why) => {
    const root = libraryWith();
    await run(root, []);
    const { code, out, text } = await run(root, [], {
      github: { [issuePath(1)]: reply },
      context: { today: '2026-03-08' },
    });
    expect(code).toBe(1);
    expect(out).toBe(`Addresses: 2 cited, 0 fresh, 1 checked, 0 left.
Not checked: ${REPOSITORY}/issues/1: ${why}
Packages: 2 checked.
No article is out of date.
`);
    expect(text).toContain('"checked": "2026-03-01"');
    expect(text).toContain('/issues/1": {"state":"closed","closed":"2026-01-01"}');
    expect(text).toContain('/issues/2": {"state":"open","checked":"2026-03-08"}');
  });

  test('retries when the connection breaks', async () => {
    const replies: Reply[] = [{ cut: 'at once' }, UNCHANGED[issuePath(1)] as Reply];
    const { code, polled } = await run(libraryWith(), [], {
      github: { [issuePath(1)]: () => replies.shift() ?? {} },
    });
    expect(code).toBe(0);
    expect(polled).toEqual([1, 1, 2].map((n) => issuePath(n)));
  });

  test('gives up after three addresses without a connection', async () => {
    const hub = await closedPort();
    const { code, out, record } = await run(libraryWith(hangCitesIssues(2, 3, 4, 5)), [], {
      env: { GITHUB_API_URL: hub },
    });
    expect(code).toBe(1);
    expect(out).toContain('Addresses: 5 cited, 0 fresh, 0 checked, 2 left.\n');
    const why = `connect ECONNREFUSED ${new URL(hub).host}`;
    expect(out.match(/^Not checked: .*$/gm)).toEqual(
      [1, 2, 3].map((n) => `Not checked: ${REPOSITORY}/issues/${n}: ${why}`),
    );
    expect(record.addresses).toEqual({});
    expect(Object.keys(record.packages)).toHaveLength(2);
  });

  test('treats a rejected token as a usage error, and keeps the packages', async () => {
    const { code, out, err, record } = await run(libraryWith(), [], {
      github: { [issuePath(1)]: { status: 401, body: { message: 'Bad credentials' } } },
      env: { GITHUB_TOKEN: 'expired' },
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('GITHUB_TOKEN: GitHub rejects it. Set a valid one, or none.\n');
    expect(err).not.toContain('expired');
    expect(Object.keys(record.packages)).toHaveLength(2);
  });

  test('ignores an invalid cache of answers', async () => {
    const root = libraryWith();
    await run(root, []);
    writeFileSync(path.join(root, '.cache/github-answers.json'), '[["x", {"state": 1}]]');
    const { code, polled } = await run(root, ['--all']);
    expect(code).toBe(0);
    expect(polled).toHaveLength(2);
  });
});

test('keeps the results of an interrupted run', async () => {
  const stop = new AbortController();
  const { code, out, record } = await run(libraryWith(), [], {
    github: {
      [issuePath(2)]: () => {
        stop.abort();
        return { body: issueShape({ number: 2 }) };
      },
    },
    context: { signal: stop.signal },
  });
  expect(code).toBe(1);
  expect(out).toContain('Addresses: 2 cited, 0 fresh, 1 checked, 1 left.\n');
  expect(out).toContain('Run the same command again to continue.\n');
  expect(Object.keys(record.addresses)).toEqual([`${REPOSITORY}/issues/1`]);
});

describe('discussions', () => {
  const url = `${REPOSITORY}/discussions/6`;
  const notAsked = `Not checked: ${url}: `;
  const closed = { url, closed: true, closedAt: '2026-02-14T10:00:00Z' };

  test.each<[string, string, unknown, number, string]>([
    ['without a token', '', {}, 1, `${notAsked}discussions need a GITHUB_TOKEN`],
    [
      'closed',
      'secret',
      { data: { repository: { discussion: closed } } },
      3,
      '  example/demo#6: open in the article, closed on 2026-02-14',
    ],
    [
      'deleted',
      'secret',
      { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] },
      3,
      `  example/demo#6: no longer there (${url})`,
    ],
    [
      'forbidden',
      'secret',
      { data: null, errors: [{ type: 'FORBIDDEN', message: 'Not for you' }] },
      1,
      `${notAsked}Request failed due to following response errors: - Not for you`,
    ],
    [
      'unexpected JSON',
      'secret',
      { data: { repository: { discussion: { closed: 1 } } } },
      1,
      `${notAsked}the answer is not a discussion`,
    ],
  ])('%s', async (_what, token, body, expected, line) => {
    const root = libraryWith(hangCites(`kind: discussion, url: "${url}", state: open`));
    const env = { GITHUB_TOKEN: token };
    const { code, out } = await run(root, [], { github: { '/graphql': { body } }, env });
    expect(code).toBe(expected);
    expect(out).toContain(`${line}\n`);
  });
});

test.each<[string, Reply, string]>([
  [
    'does not exist',
    { status: 404 },
    'No such package: PyPI/demo, named by content/projects/demo.yaml and 1 more',
  ],
  ['gets a server error', { status: 500 }, 'Not checked: PyPI/demo: the index answers 500'],
  [
    'comes from a mirror without the JSON form',
    { headers: { 'content-type': 'text/html' }, body: '<a href="demo-1.0.0.tar.gz">' },
    'Not checked: PyPI/demo: the answer is not a page of the Simple API in its JSON form (PEP 691)',
  ],
])('reports a package that %s', async (_what, reply, line) => {
  const { code, out, record } = await run(libraryWith(), [], { packages: { '/demo/': reply } });
  expect(code).toBe(1);
  expect(out).toContain(`Packages: 1 checked.\n${line}\n`);
  expect(Object.keys(record.packages)).toEqual(['crates.io/demo-rs']);
});

test('--json prints the same result as JSON', async () => {
  const { code, out } = await run(libraryWith(), ['--json'], {
    github: issue({ number: 2, state: 'closed', closedAt: '2026-02-20T23:59:59Z' }),
  });
  expect(code).toBe(3);
  expect(JSON.parse(out)).toEqual({
    day: '2026-03-01',
    articles: 2,
    addresses: { cited: 2, fresh: 0, asked: 2, left: 0, again: null },
    packages: { asked: 2, missing: [] },
    failed: [],
    moved: [
      {
        id: 'KF-9002',
        slug: 'demo-hang',
        status: 'open',
        moves: [
          {
            kind: 'state',
            url: `${REPOSITORY}/issues/2`,
            was: 'open',
            is: 'closed',
            day: '2026-02-20',
            text: 'example/demo#2: open in the article, closed on 2026-02-20',
          },
        ],
      },
    ],
  });
});

describe('progress on the error stream', () => {
  const numbers = Array.from({ length: 24 }, (_, index) => index + 2);
  const runWith = (setting: Setting) =>
    run(libraryWith(hangCitesIssues(...numbers)), [], {
      github: openIssues(...numbers),
      ...setting,
    });

  test('is a line for every tenth in a log', async () => {
    const { err } = await runWith({});
    const done = [3, 5, 8, 10, 13, 15, 18, 20, 23, 25];
    expect(err.trimEnd().split('\n')).toEqual([
      'Packages: 1 of 2 (50 %)',
      'Packages: 2 of 2 (100 %)',
      ...done.map((count, index) => `GitHub: ${count} of 25 (${(index + 1) * 10} %)`),
    ]);
  });

  test('is a bar on a terminal', async () => {
    const { err } = await runWith({ stderr: new MemoryOutput(true) });
    expect(err).toMatch(/GitHub .+ 0\/25/);
    expect(err).toMatch(/GitHub .+ 25\/25/);
    expect(err).not.toContain('%');
  });
});

test.each<[string[], CommandContext['env'], string]>([
  [['--only', 'KF-1234'], {}, '--only: found KF-1234; allowed: the id of an article.'],
  [['demo'], {}, 'Found the argument demo; allowed: options only.'],
  [
    [],
    { GITHUB_API_URL: 'http://api.example' },
    'GITHUB_API_URL: found http://api.example; allowed: an https address.',
  ],
  [
    [],
    { CRATES_INDEX_URL: 'ftp://localhost' },
    'CRATES_INDEX_URL: found ftp://localhost; allowed: an https address.',
  ],
  [
    [],
    { PYPI_INDEX_URL: 'pypi.org' },
    'PYPI_INDEX_URL: found pypi.org; allowed: an https address.',
  ],
])('rejects %j with %j before the first request', async (args, env, message) => {
  const { code, out, err, text, polled } = await run(libraryWith(), args, { env });
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain('Try `npm run -s update:upstream -- --help`.');
  expect([out, text, polled]).toEqual(['', '', []]);
});

test('refuses to run while an article has a problem', async () => {
  const root = libraryWith({ file: CRASH, from: 'symptom: crash', to: 'symptom: crush' });
  const { code, err } = await run(root, []);
  expect(code).toBe(2);
  expect(err).toContain(`${CRASH}:7 symptom: found "crush"; allowed: build-error`);
  expect(err).toContain('Fix what `npm run check` reports first.');
});
