import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const HANG = 'content/articles/demo-hang';
const TEXTS_ONLY = 'allowed: en.mdx, zh.mdx, reproduce';

const problemsOf = async (root: string) => (await readLibrary(root)).problems.map(formatProblem);

/** Writes a file of a copy of the fixture library and returns the problems of the library. */
async function problemsWith(file: string, content: string | Uint8Array): Promise<string[]> {
  const root = libraryWith();
  writeFileSync(path.join(root, file), content);
  return problemsOf(root);
}

describe('rejects symlinks', () => {
  test.each([
    `${HANG}/en.mdx`,
    `${HANG}/notes.txt`,
    'content/articles/linked',
    'content/projects/linked.yaml',
  ])('%s', async (file) => {
    const root = libraryWith();
    rmSync(path.join(root, file), { force: true });
    symlinkSync('/etc', path.join(root, file));
    expect(await problemsOf(root)).toContain(
      `${file} file: found a symbolic link; allowed: the file itself`,
    );
  });
});

describe('rejects unexpected files', () => {
  test.each([
    ['content/articles/README.md', 'file: found a file; allowed: a folder for each article'],
    [`${HANG}/page.html`, `file name: found "page.html"; ${TEXTS_ONLY}`],
    [`${HANG}/EN.mdx`, `file name: found "EN.mdx"; ${TEXTS_ONLY}`],
    [`${HANG}/stack.png`, `file name: found "stack.png"; ${TEXTS_ONLY}`],
    [`${HANG}/stack.svg`, `file name: found "stack.svg"; ${TEXTS_ONLY}`],
    ['content/projects/numpy.yml', 'file name: found "numpy.yml"; allowed: <id>.yaml'],
  ])('%s', async (file, message) => {
    expect(await problemsWith(file, '')).toEqual([`${file} ${message}`]);
  });
});

test('ignores dotfiles', async () => {
  expect(await problemsWith('content/projects/.numpy.yaml.swp', 'x')).toEqual([]);
});

describe('rejects folder names that are not slugs', () => {
  test.each(['Demo', 'demo_hang', '-demo', 'demo--hang', 'демо', 'demo hang', 'demo%2fx'])(
    '%s',
    async (name) => {
      const root = libraryWith();
      mkdirSync(path.join(root, 'content/articles', name));
      expect(await problemsOf(root)).toEqual([
        `content/articles/${name} folder name: found "${name}"; allowed: a slug such as cython-walrus-crash`,
      ]);
    },
  );
});

test('rejects a folder in the place of a text', async () => {
  const root = libraryWith();
  rmSync(path.join(root, HANG, 'zh.mdx'));
  mkdirSync(path.join(root, HANG, 'zh.mdx'));
  expect(await problemsOf(root)).toEqual([`${HANG}/zh.mdx file: found a folder; allowed: a file`]);
});

test('escapes control characters and workflow commands in file names', async () => {
  expect(await problemsWith(`${HANG}/x\n::error::y\u001b[2J\u202e`, '')).toEqual([
    `${HANG}/x ::error::y\\u001b[2J\\u202e file name: found "x\\n::error::y\\u001b[2J\\u202e"; ${TEXTS_ONLY}`,
  ]);
});

describe('rejects files that are not plain text of a reasonable size', () => {
  test.each([
    ['too large', Buffer.alloc(200_001, 'x'), 'file: found 200001 bytes; allowed: at most 200000'],
    ['UTF-16', Buffer.from('---\nid: x\n---\n', 'utf16le'), 'front matter: found no front matter'],
    [
      'Latin-1',
      Buffer.from('---\ntitle: é\n---\n', 'latin1'),
      'file: found bytes that are not UTF-8; allowed: UTF-8',
    ],
    ['empty', '', 'front matter: found no front matter'],
  ])('%s', async (_name, content, message) => {
    const [problem] = await problemsWith(`${HANG}/zh.mdx`, content);
    expect(problem).toContain(message);
  });

  test('100,000 nested quotes', async () => {
    const root = libraryWith();
    const file = path.join(root, HANG, 'zh.mdx');
    writeFileSync(file, readFileSync(file, 'utf8') + '>'.repeat(100_000));
    expect(await problemsOf(root)).toEqual([
      `${HANG}/zh.mdx:7 text: found 100023 characters; allowed: at most 40000`,
    ]);
  });

  test('a sparse file of a terabyte', async () => {
    const root = libraryWith();
    truncateSync(path.join(root, HANG, 'zh.mdx'), 2 ** 40);
    expect(await problemsOf(root)).toEqual([
      `${HANG}/zh.mdx file: found 1099511627776 bytes; allowed: at most 200000`,
    ]);
  });
});

test('accepts CRLF line endings', async () => {
  const text = readFileSync(path.join(libraryWith(), HANG, 'en.mdx'), 'utf8');
  expect(await problemsWith(`${HANG}/en.mdx`, text.replaceAll('\n', '\r\n'))).toEqual([]);
});

test('treats a renamed folder as another article', async () => {
  const root = libraryWith();
  renameSync(path.join(root, HANG), path.join(root, 'content/articles/constructor'));
  expect(await problemsOf(root)).toEqual([
    'content/articles/demo-crash/en.mdx:21 related[0]: found "demo-hang"; allowed: the slug of an article',
  ]);
});
