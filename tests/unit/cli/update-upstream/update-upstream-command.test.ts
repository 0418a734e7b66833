import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { upstreamCommand } from '../../../../src/cli/update-upstream/update-upstream-command.ts';
import type { CommandContext } from '../../../../src/cli/shared/command-context.ts';
import { libraryWith, type Edit } from '../../../support/library-copy.ts';
import { MemoryStream, closedPort, mockServer, testContext, type Reply } from '../../../support/mock-server.ts';
import {
  byPath,
  crateLine,
  issuePath,
  issueShape,
  primaryLimit,
  secondaryLimit,
  simplePage,
  type Routes,
} from '../../../support/upstream-shapes.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG = 'content/articles/demo-hang/en.mdx';
const HANG_LINK = '- { kind: issue, url: "https://github.com/example/demo/issues/2", state: open }';

/** As the articles of the fixture have it: nothing has moved on. */
const QUIET: Routes = {
  [issuePath(1)]: {
    headers: { etag: 'W/"one"' },
    body: issueShape({ number: 1, state: 'closed', closedAt: '2026-01-01T12:00:00Z' }),
  },
  [issuePath(2)]: { headers: { etag: 'W/"two"' }, body: issueShape({ number: 2 }) },
};

const PACKAGES: Routes = {
  '/demo/': simplePage(
    'demo',
    ['1.0.0', '1.2.0'],
    [
      ['demo-1.0.0.tar.gz', '2025-01-01'],
      ['demo-1.2.0.tar.gz', '2025-12-24'],
    ],
  ),
  '/de/mo/demo-rs': { body: crateLine('0.3.0', { pubtime: '2026-01-15T01:02:03Z' }) },
};

/** The fixture with other links in the article that hangs. */
const hangCites = (...links: string[]): Edit => ({
  file: HANG,
  from: `  ${HANG_LINK}`,
  to: links.map((link) => `  - { ${link} }`).join('\n'),
});

interface Run {
  code: number;
  out: string;
  err: string;
  record: string;
  /** Paths that GitHub's stand-in was asked for. */
  asked: string[];
}

interface Setting {
  github?: Routes;
  packages?: Routes;
  env?: CommandContext['env'];
  world?: Partial<CommandContext>;
}

async function run(
  root: string,
  args: string[],
  { github = QUIET, packages = PACKAGES, env = {}, world = {} }: Setting = {},
): Promise<Run> {
  const hub = await mockServer(byPath(github));
  const index = await mockServer(byPath(packages));
  const surroundings = testContext(
    root,
    { GITHUB_API_URL: hub.url, PYPI_INDEX_URL: index.url, CRATES_INDEX_URL: index.url, ...env },
    world,
  );
  const code = await upstreamCommand(args, surroundings);
  const file = path.join(root, 'content/upstream.json');
  return {
    code,
    out: surroundings.stdout.text,
    err: surroundings.stderr.text,
    record: existsSync(file) ? readFileSync(file, 'utf8') : '',
    asked: hub.had.map(({ path: asked }) => asked),
  };
}

const recordOf = (root: string) =>
  JSON.parse(readFileSync(path.join(root, 'content/upstream.json'), 'utf8'));

test('every cited address and every named package is asked once; the file has them in order', async () => {
  const { code, out, record, asked } = await run(libraryWith(), []);
  expect(code).toBe(0);
  expect(out).toBe(`Addresses: 2 cited, 0 fresh, 2 asked, 0 left.
Packages: 2 asked.
Nothing has moved on.
`);
  expect(asked).toEqual([issuePath(1), issuePath(2)]);
  expect(record).toBe(`{
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

test('requests say who asks, and carry the token only where there is one', async () => {
  const root = libraryWith();
  for (const token of [undefined, 'secret']) {
    const hub = await mockServer(byPath(QUIET));
    const index = await mockServer(byPath(PACKAGES));
    const env = {
      GITHUB_API_URL: hub.url,
      PYPI_INDEX_URL: index.url,
      CRATES_INDEX_URL: index.url,
      SITE_URL: 'https://faults.example',
      GITHUB_TOKEN: token ?? '',
    };
    await upstreamCommand(['--all'], testContext(root, env));
    expect(hub.had.map(({ headers }) => headers.authorization)).toEqual(
      token ? ['token secret', 'token secret'] : [undefined, undefined],
    );
    expect(hub.had[0]?.headers['user-agent']).toMatch(
      /^known-faults \(https:\/\/faults\.example\)/,
    );
    for (const { headers } of index.had) {
      expect(headers.authorization).toBeUndefined();
      expect(headers['user-agent']).toBe('known-faults (https://faults.example)');
    }
  }
});

describe('what has moved on is said in one line each, with exit code 3', () => {
  test.each<[string, Edit[], Routes, string]>([
    [
      'an issue was closed',
      [],
      {
        ...QUIET,
        [issuePath(2)]: {
          body: issueShape({ number: 2, state: 'closed', closedAt: '2026-02-20T23:59:59Z' }),
        },
      },
      `Moved on: 1 of 2 articles.
KF-9002 demo-hang (open)
  example/demo#2: open in the article, closed on 2026-02-20
`,
    ],
    [
      'a pull request was merged',
      [hangCites('kind: change, url: "https://github.com/example/demo/pull/3", state: open')],
      {
        ...QUIET,
        [issuePath(3)]: {
          body: issueShape({
            number: 3,
            state: 'closed',
            closedAt: '2026-02-21T00:00:01Z',
            mergedAt: '2026-02-21T00:00:00Z',
          }),
        },
      },
      `Moved on: 1 of 2 articles.
KF-9002 demo-hang (open)
  example/demo#3: open in the article, merged on 2026-02-21
`,
    ],
    [
      'a pull request was closed without a merge',
      [hangCites('kind: change, url: "https://github.com/example/demo/pull/3", state: open')],
      {
        ...QUIET,
        [issuePath(3)]: {
          body: issueShape({
            number: 3,
            state: 'closed',
            closedAt: '2026-02-21T00:00:00Z',
            mergedAt: null,
          }),
        },
      },
      `Moved on: 1 of 2 articles.
KF-9002 demo-hang (open)
  example/demo#3: open in the article, closed on 2026-02-21
`,
    ],
    [
      'an issue was opened again',
      [],
      { ...QUIET, [issuePath(1)]: { body: issueShape({ number: 1 }) } },
      `Moved on: 1 of 2 articles.
KF-9001 demo-crash (fixed)
  example/demo#1: closed in the article, open again
`,
    ],
    [
      'an issue was deleted (410) or hidden (404)',
      [],
      { [issuePath(1)]: { status: 410, body: { message: 'This issue was deleted' } } },
      `Moved on: 2 of 2 articles.
KF-9001 demo-crash (fixed)
  example/demo#1: no longer there (https://github.com/example/demo/issues/1)
KF-9002 demo-hang (open)
  example/demo#2: no longer there (https://github.com/example/demo/issues/2)
`,
    ],
    [
      'a repository and an issue moved (301)',
      [],
      {
        [issuePath(1)]: { status: 301, headers: { location: '/repositories/7/issues/1' } },
        '/repositories/7/issues/1': {
          body: issueShape({
            repo: 'demo-org/demo',
            number: 1,
            state: 'closed',
            closedAt: '2026-01-01T12:00:00Z',
          }),
        },
        [issuePath(2)]: { status: 301, headers: { location: '/repositories/8/issues/40' } },
        '/repositories/8/issues/40': { body: issueShape({ repo: 'example/other', number: 40 }) },
      },
      `Moved on: 2 of 2 articles.
KF-9001 demo-crash (fixed)
  example/demo#1: moved to https://github.com/demo-org/demo/issues/1
KF-9002 demo-hang (open)
  example/demo#2: moved to https://github.com/example/other/issues/40
`,
    ],
  ])('%s', async (_what, edits, github, expected) => {
    const { code, out } = await run(libraryWith(...edits), [], { github });
    expect(code).toBe(3);
    expect(out.slice(out.indexOf('Moved on'))).toBe(expected);
  });

  test('the release that fixes came out after the article', async () => {
    const packages = {
      ...PACKAGES,
      '/demo/': simplePage(
        'demo',
        ['1.1.0', '1.2.0'],
        [
          ['demo-1.1.0.tar.gz', '2025-01-01'],
          ['demo-1.2.0.tar.gz', '2026-02-10'],
        ],
      ),
    };
    const { code, out } = await run(libraryWith(), [], { packages });
    expect(code).toBe(3);
    expect(out).toContain(`KF-9001 demo-crash (fixed)
  demo 1.2.0: out since 2026-02-10, after the article, which has it fixed in 1.2.0
`);
  });

  test('the fix that an open article cites was merged, and a release came after it', async () => {
    const root = libraryWith(
      hangCites('kind: fix, url: "https://github.com/example/demo/pull/3", state: merged'),
    );
    const github = {
      ...QUIET,
      [issuePath(3)]: {
        body: issueShape({
          number: 3,
          state: 'closed',
          closedAt: '2026-01-20T00:00:00Z',
          mergedAt: '2026-01-20T00:00:00Z',
        }),
      },
    };
    const lines = [
      crateLine('0.3.0', { pubtime: '2026-01-15T01:02:03Z' }),
      crateLine('0.3.1', { pubtime: '2026-01-25T01:02:03Z' }),
      crateLine('0.4.0-rc.1', { pubtime: '2026-02-10T01:02:03Z' }),
      crateLine('0.4.0', { pubtime: '2026-02-20T01:02:03Z' }),
    ];
    const packages = { ...PACKAGES, '/de/mo/demo-rs': { body: lines.join('\n') } };
    const { code, out } = await run(root, [], { github, packages });
    expect(code).toBe(3);
    // 0.3.1 was there when the article was written; 0.4.0-rc.1 is no release for users.
    expect(out).toContain(`KF-9002 demo-hang (open)
  example/demo#3: the fix was merged on 2026-01-20, and demo-rs 0.4.0 came out on 2026-02-20
`);
  });
});

test('an earlier answer is confirmed by its ETag, and counts as a look of today', async () => {
  const root = libraryWith();
  await run(root, []);
  const marks: (string | undefined)[] = [];
  const confirm = (mark: string) => (request: { headers: Record<string, unknown> }) => {
    marks.push(request.headers['if-none-match'] as string | undefined);
    return { status: 304, headers: { etag: mark } };
  };
  const { code, record } = await run(root, [], {
    github: { [issuePath(1)]: confirm('W/"one"'), [issuePath(2)]: confirm('W/"two"') },
    world: { today: '2026-03-08' },
  });
  expect(marks).toEqual(['W/"one"', 'W/"two"']);
  expect(code).toBe(0);
  expect(record).toContain('"checked": "2026-03-08"');
  expect(record).toContain('/issues/1": {"state":"closed","closed":"2026-01-01"}');
});

test('what was asked in the last three days is not asked again, except with --all and --only', async () => {
  const root = libraryWith();
  await run(root, []);
  const at = async (today: string, ...args: string[]) =>
    (await run(root, args, { world: { today } })).asked;
  expect(await at('2026-03-03')).toEqual([]);
  expect(await at('2026-03-03', '--only', 'KF-9002')).toEqual([issuePath(2)]);
  // The one that was looked at longest ago comes first.
  expect(await at('2026-03-03', '--all')).toEqual([issuePath(1), issuePath(2)]);
  expect(await at('2026-03-05')).toEqual([]);
  expect(await at('2026-03-06')).toEqual([issuePath(1), issuePath(2)]);
});

test('--only touches nothing but what its article cites and names', async () => {
  const root = libraryWith();
  await run(root, []);
  const { out, record } = await run(root, ['--only', 'KF-9002'], {
    world: { today: '2026-03-02' },
  });
  expect(out).toContain('Addresses: 1 cited, 0 fresh, 1 asked, 0 left.\nPackages: 1 asked.\n');
  expect(JSON.parse(record)).toEqual({
    checked: '2026-03-01',
    addresses: {
      'https://github.com/example/demo/issues/1': { state: 'closed', closed: '2026-01-01' },
      'https://github.com/example/demo/issues/2': { state: 'open', checked: '2026-03-02' },
    },
    packages: {
      'PyPI/demo': { version: '1.2.0', day: '2025-12-24' },
      'crates.io/demo-rs': { version: '0.3.0', day: '2026-01-15', checked: '2026-03-02' },
    },
  });
});

test('what no article cites and nothing names any more leaves the file', async () => {
  const root = libraryWith();
  await run(root, []);
  const article = path.join(root, HANG);
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, text.replaceAll('issues/2', 'issues/1').replaceAll('demo-rs', 'demo-py'));
  await run(root, [], { packages: { ...PACKAGES, '/de/mo/demo-py': { status: 404 } } });
  expect(Object.keys(recordOf(root).addresses)).toEqual([
    'https://github.com/example/demo/issues/1',
  ]);
  expect(Object.keys(recordOf(root).packages)).toEqual(['PyPI/demo']);
});

describe('limits of GitHub', () => {
  const cites = hangCites(
    ...[2, 3, 4, 5].map(
      (n) => `kind: issue, url: "https://github.com/example/demo/issues/${n}", state: open`,
    ),
  );
  const all: Routes = {
    ...QUIET,
    ...Object.fromEntries(
      [3, 4, 5].map((n) => [issuePath(n), { body: issueShape({ number: n }) }]),
    ),
  };

  test('when the hour is used up it stops, says when it can go on, and goes on there', async () => {
    const root = libraryWith(cites);
    const reset = new Date('2026-03-01T10:42:00Z');
    const first = await run(root, [], {
      github: { ...all, [issuePath(4)]: primaryLimit(reset) },
    });
    expect(first.code).toBe(1);
    expect(first.asked).toEqual([1, 2, 3, 4].map((n) => issuePath(n)));
    expect(first.out).toBe(`Addresses: 5 cited, 0 fresh, 3 asked, 2 left.
GitHub answers again at 2026-03-01 10:42 UTC.
The same command goes on where this one stopped.
Packages: 2 asked.
Nothing has moved on.
`);
    expect(Object.keys(recordOf(root).addresses)).toHaveLength(3);

    const second = await run(root, [], { github: all });
    expect(second.code).toBe(0);
    expect(second.asked).toEqual([4, 5].map((n) => issuePath(n)));
    expect(second.out).toContain('Addresses: 5 cited, 3 fresh, 2 asked, 0 left.');
  });

  test('a short pause that GitHub asks for is taken, and said', async () => {
    let refusals = 0;
    const { code, err, asked } = await run(libraryWith(cites), [], {
      github: {
        ...all,
        [issuePath(3)]: () =>
          ++refusals > 1 ? { body: issueShape({ number: 3 }) } : secondaryLimit(7),
      },
    });
    expect(code).toBe(0);
    expect(err).toContain('GitHub: asks for a pause of 7 s\n');
    expect(asked).toEqual([1, 2, 3, 3, 4, 5].map((n) => issuePath(n)));
  });

  test('a long pause is left to another run', async () => {
    const before = Date.now();
    const { code, out, asked } = await run(libraryWith(cites), ['--json'], {
      github: { ...all, [issuePath(3)]: secondaryLimit(3600) },
    });
    expect(code).toBe(1);
    expect(asked).toEqual([1, 2, 3].map((n) => issuePath(n)));
    const again = Date.parse(JSON.parse(out).addresses.again);
    expect(again).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(again).toBeLessThan(before + 3_700_000);
  });

  test('a refusal without a time ends the run too, for a minute', async () => {
    const { headers: _, ...reply } = secondaryLimit(0);
    const { code, out, asked } = await run(libraryWith(cites), [], {
      github: { ...all, [issuePath(2)]: reply },
    });
    expect(code).toBe(1);
    // Two pauses of a minute were taken before.
    expect(asked).toEqual([1, 2, 2, 2].map((n) => issuePath(n)));
    expect(out).toContain('1 asked, 4 left.\nGitHub answers again at ');
  });
});

describe('answers that are none', () => {
  const failing = (reply: Reply): Routes => ({ ...QUIET, [issuePath(1)]: reply });

  test.each<[string, Reply, string]>([
    ['an error of the server', { status: 502, body: 'x' }, 'GitHub answers 502'],
    ['a forbidden repository', { status: 403, body: { message: 'No' } }, 'GitHub answers 403'],
    ['one that is withheld', { status: 451, body: { message: 'No' } }, 'GitHub answers 451'],
    ['garbage', { body: '{"state": ' }, 'the answer is no issue or pull request'],
    [
      'a page',
      { headers: { 'content-type': 'text/html' }, body: '<p>' },
      'the answer is no issue or pull request',
    ],
    ['other JSON', { body: { state: 'odd' } }, 'the answer is no issue or pull request'],
    [
      'a cut in the body',
      { body: issueShape({ number: 1 }), cut: 'in the body' },
      'the answer is no issue or pull request',
    ],
  ])('%s is named; the others are asked, and what was known stays', async (_what, reply, why) => {
    const root = libraryWith();
    await run(root, []);
    const { code, out, record } = await run(root, [], {
      github: failing(reply),
      world: { today: '2026-03-08' },
    });
    expect(code).toBe(1);
    expect(out).toBe(`Addresses: 2 cited, 0 fresh, 1 asked, 0 left.
Not asked: https://github.com/example/demo/issues/1: ${why}
Packages: 2 asked.
Nothing has moved on.
`);
    expect(JSON.parse(record).checked).toBe('2026-03-01');
    expect(record).toContain('/issues/1": {"state":"closed","closed":"2026-01-01"}');
    expect(record).toContain('/issues/2": {"state":"open","checked":"2026-03-08"}');
  });

  test('a connection that is cut once is tried again', async () => {
    let tries = 0;
    const once = () => (++tries > 1 ? (QUIET[issuePath(1)] as Reply) : { cut: 'at once' as const });
    const { code, asked } = await run(libraryWith(), [], {
      github: { ...QUIET, [issuePath(1)]: once },
    });
    expect(code).toBe(0);
    expect(asked).toEqual([1, 1, 2].map((n) => issuePath(n)));
  });

  test('without a connection it gives up after three addresses', async () => {
    const links = [2, 3, 4, 5].map(
      (n) => `kind: issue, url: "https://github.com/example/demo/issues/${n}", state: open`,
    );
    const root = libraryWith(hangCites(...links));
    const hub = await closedPort();
    const { code, out } = await run(root, [], { env: { GITHUB_API_URL: hub } });
    expect(code).toBe(1);
    expect(out).toContain('Addresses: 5 cited, 0 fresh, 0 asked, 2 left.\n');
    expect(out.match(/^Not asked: .*$/gm)).toEqual(
      [1, 2, 3].map(
        (n) =>
          `Not asked: https://github.com/example/demo/issues/${n}: connect ECONNREFUSED ${new URL(hub).host}`,
      ),
    );
    expect(recordOf(root).addresses).toEqual({});
    expect(Object.keys(recordOf(root).packages)).toHaveLength(2);
  });

  test('a token that GitHub does not take is bad use; the packages are kept', async () => {
    const root = libraryWith();
    const reply = { status: 401, body: { message: 'Bad credentials' } };
    const { code, out, err } = await run(root, [], {
      github: failing(reply),
      env: { GITHUB_TOKEN: 'expired' },
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('GITHUB_TOKEN: GitHub does not take it. Set another one, or none.\n');
    expect(err).not.toContain('expired');
    expect(Object.keys(recordOf(root).packages)).toHaveLength(2);
  });

  test('answers of earlier runs that are spoiled count for nothing', async () => {
    const root = libraryWith();
    await run(root, []);
    writeFileSync(path.join(root, '.cache/github-answers.json'), '[["x", {"state": 1}]]');
    const { code, asked } = await run(root, ['--all']);
    expect(code).toBe(0);
    expect(asked).toHaveLength(2);
  });
});

test('a run that is stopped keeps what it knows', async () => {
  const stop = new AbortController();
  const root = libraryWith();
  const { code, out } = await run(root, [], {
    github: {
      ...QUIET,
      [issuePath(2)]: () => {
        stop.abort();
        return { body: issueShape({ number: 2 }) };
      },
    },
    world: { signal: stop.signal },
  });
  expect(code).toBe(1);
  expect(out).toContain('Addresses: 2 cited, 0 fresh, 1 asked, 1 left.\n');
  expect(out).toContain('The same command goes on where this one stopped.\n');
  expect(Object.keys(recordOf(root).addresses)).toEqual([
    'https://github.com/example/demo/issues/1',
  ]);
});

describe('discussions', () => {
  const root = () =>
    libraryWith(
      hangCites(
        'kind: discussion, url: "https://github.com/example/demo/discussions/6", state: open',
      ),
    );
  const graphql = (body: unknown): Routes => ({ ...QUIET, '/graphql': { body } });
  const env = { GITHUB_TOKEN: 'secret' };

  test('need a token', async () => {
    const { code, out } = await run(root(), []);
    expect(code).toBe(1);
    expect(out).toContain(
      'Not asked: https://github.com/example/demo/discussions/6: discussions need a GITHUB_TOKEN\n',
    );
  });

  test('have a state like issues', async () => {
    const url = 'https://github.com/example/demo/discussions/6';
    const discussion = { url, closed: true, closedAt: '2026-02-14T10:00:00Z' };
    const github = graphql({ data: { repository: { discussion } } });
    const { code, out } = await run(root(), [], { github, env });
    expect(code).toBe(3);
    expect(out).toContain('  example/demo#6: open in the article, closed on 2026-02-14\n');
  });

  test.each([
    [
      { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] },
      3,
      '  example/demo#6: no longer there (https://github.com/example/demo/discussions/6)\n',
    ],
    [
      { data: null, errors: [{ type: 'FORBIDDEN', message: 'Not for you' }] },
      1,
      'Not asked: https://github.com/example/demo/discussions/6: Request failed due to following response errors: - Not for you\n',
    ],
    [
      { data: { repository: { discussion: { closed: 1 } } } },
      1,
      'Not asked: https://github.com/example/demo/discussions/6: the answer is no discussion\n',
    ],
  ])('that are not there, or no answer: %j', async (body, expected, line) => {
    const { code, out } = await run(root(), [], { github: graphql(body), env });
    expect(code).toBe(expected);
    expect(out).toContain(line);
  });
});

describe('packages', () => {
  test.each<[string, Reply, string]>([
    [
      'one that does not exist',
      { status: 404 },
      `No such package: PyPI/demo, named by content/projects/demo.yaml and 1 more`,
    ],
    ['an index in trouble', { status: 500 }, 'Not asked: PyPI/demo: the index answers 500'],
    [
      'a mirror without the JSON form',
      { headers: { 'content-type': 'text/html' }, body: '<a href="demo-1.0.0.tar.gz">' },
      'Not asked: PyPI/demo: the answer is not a page of the Simple API in its JSON form (PEP 691)',
    ],
  ])('%s', async (_what, reply, line) => {
    const { code, out, record } = await run(libraryWith(), [], {
      packages: { ...PACKAGES, '/demo/': reply },
    });
    expect(code).toBe(1);
    expect(out).toContain(`Packages: 1 asked.\n${line}\n`);
    expect(Object.keys(JSON.parse(record).packages)).toEqual(['crates.io/demo-rs']);
  });
});

test('--json has the same for programs', async () => {
  const github = {
    ...QUIET,
    [issuePath(2)]: {
      body: issueShape({ number: 2, state: 'closed', closedAt: '2026-02-20T23:59:59Z' }),
    },
  };
  const { code, out } = await run(libraryWith(), ['--json'], { github });
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
            url: 'https://github.com/example/demo/issues/2',
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

describe('progress goes to the standard error', () => {
  const links = Array.from(
    { length: 24 },
    (_, n) => `kind: issue, url: "https://github.com/example/demo/issues/${n + 2}", state: open`,
  );
  const github: Routes = {
    ...QUIET,
    ...Object.fromEntries(
      links.map((_, n) => [issuePath(n + 2), { body: issueShape({ number: n + 2 }) }]),
    ),
  };

  test('in a log a line for each tenth', async () => {
    const { err } = await run(libraryWith(hangCites(...links)), [], { github });
    expect(err).toBe(`Packages: 1 of 2 (50 %)
Packages: 2 of 2 (100 %)
GitHub: 3 of 25 (10 %)
GitHub: 5 of 25 (20 %)
GitHub: 8 of 25 (30 %)
GitHub: 10 of 25 (40 %)
GitHub: 13 of 25 (50 %)
GitHub: 15 of 25 (60 %)
GitHub: 18 of 25 (70 %)
GitHub: 20 of 25 (80 %)
GitHub: 23 of 25 (90 %)
GitHub: 25 of 25 (100 %)
`);
  });

  test('on a terminal a bar', async () => {
    const { err } = await run(libraryWith(hangCites(...links)), [], {
      github,
      world: { stderr: new MemoryStream(true) },
    });
    expect(err).toMatch(/GitHub .+ 0\/25/);
    expect(err).toMatch(/GitHub .+ 25\/25/);
    expect(err).not.toContain('%');
  });
});

describe('bad use has exit code 2, a clear line and the usage', () => {
  test.each<[string[], CommandContext['env'], string]>([
    [['--only', 'KF-1234'], {}, '--only KF-1234: no article has this id.'],
    [['--onyl', 'KF-9001'], {}, "Unknown option '--onyl'"],
    [['demo'], {}, "Unexpected argument 'demo'"],
    [
      [],
      { GITHUB_API_URL: 'http://api.example' },
      'GITHUB_API_URL: found http://api.example; needed an https address.',
    ],
    [
      [],
      { PYPI_INDEX_URL: 'pypi.org' },
      'PYPI_INDEX_URL: found pypi.org; needed an https address.',
    ],
  ])('%j with %j', async (args, env, message) => {
    const { code, out, err, record, asked } = await run(libraryWith(), args, { env });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('Usage: npm run -s upstream');
    expect(err).not.toContain('    at ');
    expect([out, record, asked]).toEqual(['', '', []]);
  });

  test('articles that are not in order come first', async () => {
    const root = libraryWith({ file: CRASH, from: 'symptom: crash', to: 'symptom: crush' });
    const { code, err } = await run(root, []);
    expect(code).toBe(2);
    expect(err).toContain(`${CRASH}:7 symptom: found "crush"; allowed: build-error`);
    expect(err).toContain('First make `npm run check` pass.');
  });
});

test('--help tells the exit codes', async () => {
  const { code, out } = await run(libraryWith(), ['--help']);
  expect(code).toBe(0);
  expect(out).toContain('Exit code: 0 nothing has moved on, 3 something has, 1 nothing has so far');
});
