import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { readText, type ReadContext } from '../../../../src/content/read/files.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { folderWith } from '../../../support/folder.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const TODAY = '2026-11-30';
const SECRET = 'root:x:0:0:the first line of a foreign file';

const HANG = 'content/articles/demo-hang/en.mdx';
const PROJECT = 'content/projects/demo.yaml';
const RELEASES = 'content/releases/PyPI/demo.json';
const UPSTREAM = 'content/upstream.json';
const ADDRESSES = 'content/message-addresses.json';

const PARTS =
  'LICENSE, articles, compatibility, message-addresses.json, projects, releases, tables, upstream.json, wanted.yaml, words.txt';

const releases = (...list: object[]) =>
  JSON.stringify({ ecosystem: 'PyPI', package: 'demo', checked: '2026-03-01', releases: list });
const upstream = JSON.stringify({ checked: '2026-03-01', addresses: {}, packages: {} });

/** Copies the fixture library, with a file of each kind. */
function fullLibrary(): string {
  const root = libraryWith();
  mkdirSync(path.join(root, 'content/releases/PyPI'), { recursive: true });
  writeFileSync(path.join(root, RELEASES), releases({ version: '1.0', day: '2025-01-01' }));
  writeFileSync(path.join(root, UPSTREAM), upstream);
  return root;
}

const problemsOf = async (root: string) =>
  (await readLibrary(root, TODAY)).problems.map(formatProblem);

/** Returns the problems of one place, after the change to the library. */
async function problemsAt(place: string, change: (target: string, root: string) => void) {
  const root = fullLibrary();
  change(path.join(root, place), root);
  const problems = await problemsOf(root);
  expect(problems.join('\n')).not.toContain(SECRET);
  expect(problems.join('\n')).not.toMatch(/\bat .*\.ts:|node:internal/);
  return problems.filter((problem) => problem.startsWith(`${place} `));
}

test('a library with a file of each kind has no problems', async () => {
  expect(await problemsOf(fullLibrary())).toEqual([]);
});

describe('a symbolic link is reported and never followed', () => {
  const places = [
    ...['content', 'content/articles', 'content/projects', 'content/releases'],
    ...['content/articles/demo-hang', 'content/releases/PyPI'],
    ...[HANG, PROJECT, RELEASES, UPSTREAM, 'content/LICENSE', 'content/notes'],
  ];
  test.each(places)('%s, to a copy of what was there', async (place) => {
    const expected = place === 'content' ? 'a folder' : 'the file itself';
    const problems = await problemsAt(place, (target, root) => {
      const outside = path.join(root, 'outside');
      if (existsSync(target)) renameSync(target, outside);
      else writeFileSync(outside, SECRET);
      symlinkSync(outside, target);
    });
    expect(problems).toEqual([`${place} file: found a symbolic link; allowed: ${expected}`]);
  });

  test.each([PROJECT, RELEASES, UPSTREAM, HANG])('%s, to a foreign file', async (place) => {
    const problems = await problemsAt(place, (target, root) => {
      writeFileSync(path.join(root, 'foreign'), SECRET);
      rmSync(target);
      symlinkSync(path.join(root, 'foreign'), target);
    });
    expect(problems).toHaveLength(1);
  });

  test.each([RELEASES, UPSTREAM, HANG, PROJECT])(
    '%s, to a device without an end',
    async (place) => {
      const problems = await problemsAt(place, (target) => {
        rmSync(target);
        symlinkSync('/dev/zero', target);
      });
      expect(problems).toHaveLength(1);
    },
  );
});

describe('what is neither a file nor a folder is not opened', () => {
  test.each([HANG, PROJECT, RELEASES, UPSTREAM, 'content/articles', 'content/x'])(
    'a pipe as %s',
    async (place) => {
      const problems = await problemsAt(place, (target) => {
        rmSync(target, { recursive: true, force: true });
        execFileSync('mkfifo', [target]);
      });
      expect(problems).toEqual([`${place} file: found a pipe; allowed: the file itself`]);
    },
  );

  test('a socket', async () => {
    // The path of a socket is short.
    const root = mkdtempSync(path.join(os.tmpdir(), 's-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    cpSync(fullLibrary(), root, { recursive: true });
    rmSync(path.join(root, UPSTREAM));
    const server = net.createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => {
      server.listen(path.join(root, UPSTREAM), resolve);
    });
    expect(await problemsOf(root)).toEqual([
      `${UPSTREAM} file: found a socket; allowed: the file itself`,
    ]);
  });
});

describe('a folder in the place of a file, and the reverse, is reported', () => {
  test.each([HANG, PROJECT, RELEASES, UPSTREAM, ADDRESSES, 'content/LICENSE'])(
    '%s',
    async (place) => {
      const problems = await problemsAt(place, (target) => {
        rmSync(target, { force: true });
        mkdirSync(target);
      });
      expect(problems).toContain(`${place} file: found a folder; allowed: a file`);
    },
  );

  test.each([
    ['content', 'a folder'],
    ['content/articles', 'a folder'],
    ['content/projects', 'a folder'],
    ['content/releases', 'a folder'],
    ['content/releases/PyPI', 'a folder'],
    ['content/articles/demo-hang', 'a folder for each article'],
  ])('%s', async (place, expected) => {
    const problems = await problemsAt(place, (target) => {
      rmSync(target, { recursive: true });
      writeFileSync(target, SECRET);
    });
    expect(problems).toEqual([`${place} file: found a file; allowed: ${expected}`]);
  });
});

test.each(['content', 'content/articles', 'content/projects'])(
  'a missing folder %s is reported',
  async (place) => {
    const problems = await problemsAt(place, (target) => rmSync(target, { recursive: true }));
    expect(problems).toEqual([`${place} file: found nothing; allowed: a folder`]);
  },
);

describe('what no command writes and no page shows is reported', () => {
  test.each([
    ['content/notes.md', PARTS],
    ['content/Articles', PARTS],
    ['content/constructor', PARTS],
    ['content/projects/Demo.yaml', '<id>.yaml'],
    ['content/releases/npm', 'PyPI, crates.io'],
    ['content/releases/pypi', 'PyPI, crates.io'],
    ['content/articles/demo-hang/En.mdx', 'en.mdx, zh.mdx, reproduce'],
  ])('%s', async (place, expected) => {
    const [problem, ...others] = await problemsAt(place, (target) => writeFileSync(target, SECRET));
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${place} (?:file|folder) name: found ".*"; allowed: `));
    expect(problem).toContain(expected);
  });

  test('releases in a file of another case', async () => {
    const problems = await problemsAt('content/releases/PyPI/Demo.json', (target) =>
      writeFileSync(target, releases()),
    );
    expect(problems).toEqual([
      'content/releases/PyPI/Demo.json file name: found "PyPI/Demo.json"; allowed: PyPI/demo.json, to match its content',
    ]);
  });
});

test.each([
  ['content/articles/con', 'folder'],
  ['content/articles/nul.', 'folder'],
  ['content/projects/aux.yaml', 'file'],
  ['content/releases/PyPI/com1.json', 'file'],
])('%s has a name that Windows cannot have', async (place, kind) => {
  const problems = await problemsAt(place, (target) => {
    if (kind === 'folder') mkdirSync(target);
    else writeFileSync(target, SECRET);
  });
  expect(problems).toEqual([
    `${place} ${kind} name: found "${path.basename(place)}"; allowed: a name that every system can have (not con, nul, com1, .git, x.)`,
  ]);
});

test.each([
  [HANG, 200_000],
  [PROJECT, 60_000],
  [RELEASES, 500_000],
  [UPSTREAM, 5_000_000],
])('%s has at most %i bytes', async (place, limit) => {
  const problems = await problemsAt(place, (target) => truncateSync(target, limit + 1));
  expect(problems).toEqual([`${place} file: found ${limit + 1} bytes; allowed: at most ${limit}`]);
});

test('a folder has at most 10,000 files', async () => {
  const folder = 'content/projects';
  const problems = await problemsAt(folder, (target) => {
    for (let index = 0; index <= 10_000; index++) writeFileSync(`${target}/p${index}.yaml`, '');
  });
  expect(problems).toEqual([`${folder} file: found more than 10000 files; allowed: at most 10000`]);
});

describe('all text is UTF-8 without a byte order mark, with either line end', () => {
  test.each([HANG, PROJECT, RELEASES, UPSTREAM])('%s in Latin-1', async (place) => {
    const problems = await problemsAt(place, (target) =>
      writeFileSync(target, 'd\xe9mo', 'latin1'),
    );
    expect(problems).toEqual([`${place} file: found bytes that are not UTF-8; allowed: UTF-8`]);
  });

  test.each([HANG, PROJECT, RELEASES, UPSTREAM])('%s with a byte order mark', async (place) => {
    const root = fullLibrary();
    const target = path.join(root, place);
    writeFileSync(target, `\ufeff${readFileSync(target, 'utf8')}`);
    expect(await problemsOf(root)).toContain(
      `${place}:1 file: found a byte order mark; allowed: UTF-8 without a byte order mark`,
    );
  });

  test('CRLF in every file gives the same library as LF', async () => {
    const root = fullLibrary();
    const { articles, ...before } = await readLibrary(root, TODAY);
    const files = [HANG, HANG.replace('en', 'zh'), PROJECT, RELEASES, UPSTREAM];
    for (const file of files.map((name) => path.join(root, name)).filter((f) => existsSync(f))) {
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
    const { articles: after, ...rest } = await readLibrary(root, TODAY);
    expect(rest).toEqual(before);
    expect(after.map(({ digest, text }) => [digest, text.body])).toEqual(
      articles.map(({ digest, text }) => [digest, text.body]),
    );
  });
});

describe('JSON that only a person could have written gives one line', () => {
  test.each([
    ['that does not parse', SECRET, 'text that is not JSON'],
    ['nested too deeply', '['.repeat(100_000), 'JSON that is nested too deeply'],
    [
      'nested too deeply in a string that never ends',
      '"\\"'.repeat(100_000),
      'text that is not JSON',
    ],
  ])('%s', async (_name, text, found) => {
    for (const place of [RELEASES, UPSTREAM]) {
      const problems = await problemsAt(place, (target) => writeFileSync(target, text));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`${place} file: found ${found}; allowed: `);
    }
  });

  test('a hundred thousand unknown fields give twenty', async () => {
    const fields = Object.fromEntries(Array.from({ length: 1e5 }, (_, index) => [`f${index}`, 1]));
    const root = fullLibrary();
    writeFileSync(path.join(root, UPSTREAM), JSON.stringify(fields));
    expect(await problemsOf(root)).toHaveLength(20);
  });
});

describe('every date is between 2000 and tomorrow', () => {
  const BEFORE = 'a date on or after 2000-01-01';
  const AFTER = `a date that is not in the future (today is ${TODAY})`;
  const days = [
    ['0000-01-01', BEFORE],
    ['1999-12-31', BEFORE],
    ['2026-12-02', AFTER],
    ['2206-01-01', AFTER],
    ['9999-12-31', AFTER],
  ] as const;
  const fields = (day: string) =>
    [
      [HANG, 'published', `published: 2026-02-01`, `published: ${day}`],
      [HANG, 'updated', `updated: 2026-02-01`, `updated: ${day}`],
      [
        HANG,
        'verified.on',
        'published:',
        `verified: { on: ${day}, platform: linux, python: "3.13", broken: "1" }\npublished:`,
      ],
      [RELEASES, 'releases[0].day', '2025-01-01', day],
      [RELEASES, 'checked', '"checked":"2026-03-01"', `"checked":"${day}"`],
      [UPSTREAM, 'checked', '"checked":"2026-03-01"', `"checked":"${day}"`],
      [
        UPSTREAM,
        'addresses.https://github.com/a/b/issues/1.closed',
        '"addresses":{}',
        `"addresses":{"https://github.com/a/b/issues/1":{"state":"closed","closed":"${day}"}}`,
      ],
      [
        UPSTREAM,
        'packages.PyPI/demo.day',
        '"packages":{}',
        `"packages":{"PyPI/demo":{"version":"1.0","day":"${day}"}}`,
      ],
    ] as const;

  test.each(days)('%s is not', async (day, allowed) => {
    for (const [file, field, from, to] of fields(day)) {
      const root = fullLibrary();
      const target = path.join(root, file);
      const text = readFileSync(target, 'utf8');
      expect(text).toContain(from);
      writeFileSync(target, text.replace(from, to));
      const found = (await readLibrary(root, TODAY)).problems.map(
        (problem) =>
          `${problem.file} ${problem.field}: found ${problem.found}; allowed: ${problem.expected}`,
      );
      expect(found).toContain(`${file} ${field}: found "${day}"; allowed: ${allowed}`);
    }
  });

  test('tomorrow is', async () => {
    const root = libraryWith({
      file: HANG,
      from: 'updated: 2026-02-01',
      to: 'updated: 2026-12-01',
    });
    expect(await problemsOf(root)).toEqual([]);
  });
});

test('a link that replaces a listed file is not followed', async () => {
  const root = folderWith({ foreign: SECRET });
  symlinkSync(path.join(root, 'foreign'), path.join(root, 'en.mdx'));
  const context: ReadContext = { root, today: TODAY, problems: [] };
  expect(readText(context, 'en.mdx', 1_000)).toBeUndefined();
  expect(context.problems.map(formatProblem)).toEqual([
    'en.mdx file: found a symbolic link; allowed: the file itself',
  ]);
});
