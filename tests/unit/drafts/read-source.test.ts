import { describe, expect, test } from 'vitest';
import { decodeSource, SourceError } from '../../../src/drafts/decode-source.ts';
import { textEnd } from '../../../src/drafts/page-tail.ts';
import { readMail } from '../../../src/drafts/read-mail.ts';
import { readSource } from '../../../src/drafts/read-source.ts';
import { issueJson, sourceText } from './drafting.ts';

describe('decodes', () => {
  const words = 'Numba 0.61.0 crashes';
  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 without a byte order mark', Buffer.from(words, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(words, 'utf16le').swap16()],
  ])('%s', (_name, bytes) => {
    expect(readSource(decodeSource(bytes)).lines).toEqual([words]);
  });

  test('GB 18030, declared or not', () => {
    const page = Buffer.from('<meta charset="gb2312"><p>\xb6\xce\xb4\xed\xce\xf3</p>', 'latin1');
    expect(decodeSource(page)).toContain('段错误');
    expect(decodeSource(page.subarray(23))).toBe('<p>段错误</p>');
  });
});

describe('refuses in one line', () => {
  test.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1]],
    ['an ELF file', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 3, 0, 0x3e, 0, 1, 7, 0]],
  ])('%s', (_name, bytes) => {
    expect(() => decodeSource(Buffer.from(bytes))).toThrow(
      new SourceError('found a file that is not text; text, Markdown, HTML or JSON is needed'),
    );
  });

  test.each([
    ['an empty text', '', 'found an empty source; a text is needed'],
    ['white space', ' \n\t', 'found an empty source; a text is needed'],
    ['a picture', '![screenshot](https://example.org/a.png)', 'found no text, at most a picture'],
    [
      'a text that is too long',
      'x'.repeat(2_000_001),
      'found 2000001 characters; at most 2000000 are read',
    ],
    [
      'a page of many elements',
      '<!doctype html>' + '<b></b>'.repeat(40_001),
      'found a page of more than 40000 elements',
    ],
    [
      'a deeply nested page',
      `<!doctype html>${'<div>'.repeat(300)}x`,
      'or 250 levels; save its text instead',
    ],
    ['null', 'null', 'found JSON that is not an issue; needed what `gh issue view N'],
    ['an empty list', '[]', 'found JSON that is not an issue'],
    ['JSON of another shape', '{"number": 1}', 'found JSON that is not an issue'],
    [
      'a cut-off object',
      '{"title": ',
      'this looks like JSON but does not parse: Unexpected end of JSON input',
    ],
    ['an open brace', '{', 'this looks like JSON but does not parse'],
    ['a cut-off list', '[{"title": "x"', 'this looks like JSON but does not parse'],
    ['a Python literal', "{'title': 'x'}", 'this looks like JSON but does not parse'],
  ])('%s', (_name, text, message) => {
    expect(() => readSource(text)).toThrow(SourceError);
    expect(() => readSource(text)).toThrow(message);
  });

  test('a .json file that is not JSON', () => {
    expect(() => readSource('not json {', 'bad.json')).toThrow(
      `this looks like JSON but does not parse: Unexpected token 'o', "not json {" is not valid JSON`,
    );
  });
});

test.each([
  '[Errno 13] Permission denied',
  '{name} is not defined',
  '[the docs](https://cython.org) are wrong',
  '[1] is the first reference',
  '[已解决] Cython 导入崩溃',
  'not json {',
])('reads %j as text', (text) => {
  expect(readSource(text, 'notes.md').lines).toEqual([text]);
});

test('reads an issue: title, dates, body, comments with their authors', () => {
  const { title, lines, issue } = readSource(
    issueJson({
      createdAt: '2026-01-02T03:04:05Z',
      closedAt: '2026-02-03T03:04:05Z',
      state: 'CLOSED',
      stateReason: 'NOT_PLANNED',
      labels: [{ name: 'Crash' }, 'import'],
      milestone: { title: '3.2' },
      comments: [{ author: { login: 'a' }, authorAssociation: 'MEMBER', body: 'Yes.\r\nNo.' }],
    }),
  );
  expect(title).toBe('Cython crashes on import');
  expect(lines.join('\n')).toBe(
    '# Cython crashes on import\n\nOpened on 2026-01-02. Closed on 2026-02-03.\n\nIt crashes.\n\n## Comment by a, member\n\nYes.\nNo.\n',
  );
  expect(issue).toEqual({
    url: 'https://github.com/cython/cython/issues/90001',
    isOpen: false,
    isDeclined: true,
    isPullRequest: false,
    labels: ['Crash', 'import'],
    milestone: '3.2',
  });
});

test('reads an issue from the REST API, with its web address', () => {
  const json = {
    title: 'x',
    body: null,
    url: 'https://api.github.com/repos/a/b/issues/1',
    comments: 3,
  };
  expect(readSource(JSON.stringify([json])).issue?.url).toBe('https://github.com/a/b/issues/1');
});

describe('a mail', () => {
  const mail = [
    'From: A <a@example.org>',
    'Subject: [list] Re: warnings of matmul',
    'Date: Thu, 19 Jun 2025 10:12:44 +0200',
    '',
    '> Each product prints a warning:',
    '>',
    '> >>> a @ a',
    '',
    'Fixed, see below.',
    '--',
    'A, https://example.org/list',
  ];

  test('is read without headers, footer and quotation marks, with its subject as the title', () => {
    expect(readMail(mail)).toEqual({
      title: 'warnings of matmul',
      lines: [
        ...['', '', '', '', 'Each product prints a warning:', '', '>>> a @ a'],
        ...['', 'Fixed, see below.', '', ''],
      ],
    });
  });

  test.each([[['Note: a', 'Hint: b', 'Date: c', '', 'text']], [['No header', '', 'text']]])(
    'is not %j',
    (lines) => {
      expect(readMail(lines)).toBeUndefined();
    },
  );
});

describe('a saved page', () => {
  test('is read as title, text and code, without scripts, styles and frames', () => {
    const { title, lines } = readSource(sourceText('pyo3-csdn.html'));
    expect(title).toContain('LNK1181');
    expect(lines.join('\n')).toContain("cannot open input file 'python3_vineyard.lib'");
    expect(lines.join('\n')).not.toMatch(/evil\.example|color:red|<script/);
  });

  test('keeps the lines of code in any markup, without line numbers and the name of the site', () => {
    const { title, lines } = readSource(
      `<!doctype html><title>Demo | A blog</title><article><h1>Demo</h1><pre><code class="language-cython"><ul class="pre-numbering"><li>1</li></ul><ol><li>cdef int a</li><li>    a = 1</li></ol></code></pre><p>Text.<br>More.</p></article>`,
    );
    expect(title).toBe('Demo');
    expect(lines.join('\n')).toContain('```cython\ncdef int a\n    a = 1\n```');
  });
});

describe('the advertisements below a text', () => {
  test.each([
    [['登录后查看全文']],
    [['## Related posts']],
    [['留言（3）']],
    [['Quill-9BQuill-9B 是一款开源模型，支持长文本。Python00', 'Ink-2暂无简介00']],
    [['Quill-9B', 'Quill-9B 统一了多种能力00- D', 'Quill-9B 支持长文本。Python00', '项目优选']],
  ])('begin at %j', (tail) => {
    const text = ['Cython 3.0.9 崩溃', '', 'Cython 3.0.9 在 2024 年发布，支持 Python 3.100'];
    expect(textEnd([...text, ...tail, 'Python 3.13'])).toBe(3);
    expect(textEnd(text)).toBe(3);
  });
});
