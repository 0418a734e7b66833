import { describe, expect, test } from 'vitest';
import { decodeSource } from '../../../src/drafts/source/decode.ts';
import { readMail } from '../../../src/drafts/source/mail-source.ts';
import { SourceError } from '../../../src/drafts/source/source-error.ts';
import { readSource } from '../../../src/drafts/source/source.ts';
import { simplified } from '../../../src/drafts/reading/simplified.ts';
import { draftFrom, draftOfText } from '../../support/draft-sources.ts';

const factsOf = (...lines: string[]) => draftFrom(lines.join('\n')).facts;

/** The text of a draft with its notes, for what is to be shown to the writer and what is not. */
const textOf = (...lines: string[]) => draftFrom(lines.join('\n')).text;

describe('a file is read whatever it was written by', () => {
  const words = 'Numba 0.61.0 crashes';
  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(words, 'utf16le')],
    ['UTF-16, the other byte first', Buffer.from(words, 'utf16le').swap16()],
  ])('%s', (_name, bytes) => {
    expect(readSource(decodeSource(bytes)).lines).toEqual([words]);
  });

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1])],
    ['a library', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 3, 0, 0x3e, 0, 1, 7, 0])],
  ])('%s is said to be no text', (_name, bytes) => {
    expect(() => decodeSource(bytes)).toThrow(
      new SourceError('found a file that is no text; text, Markdown, HTML or JSON is needed'),
    );
  });
});

test.each([
  ['{"title": "x", "body":', /^found JSON that does not parse; needed what `gh issue view N/],
  ['null', /^found JSON that is no issue/],
  ['![screenshot](https://example.org/a.png)', /^found no text, at most a picture/],
])('%s is refused in one line', (text, message) => {
  expect(() => readSource(text)).toThrow(SourceError);
  expect(() => readSource(text)).toThrow(message);
});

test('a text may begin like JSON', () => {
  expect(readSource('[Errno 13] Permission denied').lines).toHaveLength(1);
  expect(readSource('{name} is not defined').lines).toHaveLength(1);
});

describe('a mail', () => {
  const mail = [
    'From: Somebody <somebody@example.org>',
    'Subject: [list] Re: warnings of matmul',
    'Date: Thu, 19 Jun 2025 10:12:44 +0200',
    '',
    '> Each product prints a warning:',
    '>',
    '> >>> a @ a',
    '> <stdin>:1: RuntimeWarning: divide by zero encountered in matmul',
    '',
    'Fixed in NumPy 2.3.1, see https://github.com/numpy/numpy/pull/90223',
    '--',
    'Somebody, https://example.org/list',
  ];

  test('has its subject for a title; what was quoted is text, headers and foot are none', () => {
    expect(readMail(mail)).toEqual({
      title: 'warnings of matmul',
      lines: [
        ...['', '', '', '', 'Each product prints a warning:', '', '>>> a @ a'],
        '<stdin>:1: RuntimeWarning: divide by zero encountered in matmul',
        ...['', mail[9], '', ''],
      ],
    });
    expect(factsOf(...mail)).toMatchObject({
      title: 'warnings of matmul',
      signatures: ['RuntimeWarning: divide by zero encountered in matmul'],
      affected: [{ package: 'numpy', fixed: '2.3.1' }],
    });
  });

  test.each([[['Note: a', 'Hint: b', 'Date: c', '', 'text']], [['No header', '', 'text']]])(
    'is not %j',
    (lines) => {
      expect(readMail(lines)).toBeUndefined();
    },
  );
});

describe('the title of a copied page', () => {
  test.each([
    [
      'stands twice below the menu',
      ['首页', '登录', 'Cython 导入崩溃', 'Cython 导入崩溃', '2025-02-17 11:08:42作者：某人'],
      'Cython 导入崩溃',
    ],
    [
      'stands above its day',
      ['Some Site', 'Log in', 'Cython crashes on import', 'Asked 2 years, 1 month ago'],
      'Cython crashes on import',
    ],
    [
      'comes after front matter without one',
      ['---', 'theme: smartblue', '---', '# Cython crashes on import'],
      'Cython crashes on import',
    ],
    ['loses the mark of a form', ['[BUG]: Cython crashes on import'], 'Cython crashes on import'],
  ])('%s', (_name, lines, title) => {
    const draft = draftOfText(
      [...lines, '', 'It is a long story, and it is told here.'].join('\n'),
    );
    expect(draft.facts.title.value).toBe(title);
  });

  test('above it stands nothing of the text', () => {
    expect(
      textOf('登录', 'Cython 崩溃', 'Cython 崩溃', '2025-02-17', '', '它崩溃了。'),
    ).not.toContain('登录');
  });
});

test.each([
  ['—— END ——', '往期精彩', 'Python 3.13 自由线程实测'],
  ['Your Answer', 'Python 3.13 free-threaded'],
  ['延伸閱讀', 'Python 3.13 自由線程'],
  ['留言（3）', '小明：Python 3.13 自由線程呢？'],
])('behind %s stands nothing of the text', (...tail) => {
  const facts = factsOf(
    'Cython 3.0.9 在 Linux 上崩溃',
    '',
    '问题现象',
    'Cython 3.0.9 编译的模块一导入就崩溃。',
    ...tail,
  );
  expect(facts).toMatchObject({ python: '>=3.8', builds: ['gil'] });
});

test.each([
  ['_No response_'],
  ['- [x] I have read https://cython.readthedocs.io/en/latest/faq.html'],
  ['- [The error](#the-error)'],
  ['{% cta https://example.org %} Follow me {% endcta %}'],
])('%s is no text', (line) => {
  const text = textOf('# Cython crashes', '', '## What happens', '', line, '', 'It crashes.');
  expect(text).not.toContain(line);
  expect(text).toContain('#> 7: It crashes.');
});

test('traditional characters are read like simplified ones, and shown as they are', () => {
  expect(simplified('錯誤訊息：載入模組時當掉')).toBe('错误信息：载入模块时当掉');
  const text = textOf(
    'Cython 擴充模組的問題',
    '',
    '錯誤訊息',
    'ImportError: demo widget is not a valid thing',
    '',
    '解決方式',
    '先升級再說，這樣最快。',
  );
  expect(text).toMatch(/#> ## What to do\n#> 7: 先升/);
  expect(text).toContain('title: "Cython 擴充模組的問題"');
});

describe('what is said below no heading stands where it belongs', () => {
  const thread = (voice: string, body: string) =>
    draftFrom(
      JSON.stringify({
        title: 'Cython crashes',
        body: 'It crashes.',
        url: 'https://github.com/cython/cython/issues/90001',
        comments: [{ author: { login: 'a' }, authorAssociation: voice, body }],
      }),
    ).text;

  test.each([
    ['NONE', 'same, a downgrade of the package helps', 'Workarounds'],
    ['MEMBER', 'Released as 3.0.12 just now.', 'What to do'],
    ['CONTRIBUTOR', 'This happens because the frame is freed twice.', 'Cause'],
    [
      'MEMBER',
      'The frame of the generator is freed twice, once by us and once by the interpreter.',
      'Cause',
    ],
    ['MEMBER', 'Not stale, thank you, bot.', 'Said by others'],
    ['NONE', 'any news?', 'Said by others'],
  ])('%s: %s -> %s', (voice, body, section) => {
    expect(thread(voice, body)).toContain(`#> ## ${section}\n#> 7: ${body}`);
  });
});

test('an exception that ends a build is a build error, to be checked', () => {
  const { facts, unsure } = draftFrom(
    [
      "# AttributeError: module 'demo' has no attribute 'Widget' with Cython",
      '',
      '```',
      'error: subprocess-exited-with-error',
      "AttributeError: module 'demo' has no attribute 'Widget'",
      '```',
    ].join('\n'),
  );
  expect(facts).toMatchObject({ symptom: 'build-error' });
  expect(unsure).toContain('symptom');
});

test('a block in which somebody speaks stays in the source; what a program printed is shown', () => {
  const text = textOf(
    'Import of demo fails',
    '',
    '### What happened',
    '',
    '```',
    'The folder has both of them:',
    'demo-2.0.2.dist-info',
    '```',
    '',
    '```',
    'demo-2.0.2.dist-info',
    'demo_core-2.1.2.dist-info',
    '```',
    '',
  );
  expect(text).toContain('TODO-DRAFT: text of 2 lines: SOURCE.md, lines 5-8; show what tells.');
  expect(text).not.toMatch(/^The folder has/m);
  expect(text).toContain('```text\ndemo-2.0.2.dist-info\ndemo_core-2.1.2.dist-info\n```');
});

test('an import that fails is one, however a service words it', () => {
  const { symptom } = factsOf(
    'Unable to import the handler',
    '',
    '```',
    "[ERROR] Runtime.ImportModuleError: Unable to import module 'app': No module named 'demo._core'",
    '```',
  );
  expect(symptom).toBe('import-error');
});

test('the title of a page of a forum stands below the name of the forum', () => {
  const { title } = factsOf(
    'Demo Discussion',
    'Failed building wheel for demo on Python 3.13',
    'Community Support',
    '',
    'Hi, the build fails with the message below.',
  );
  expect(title).toBe('Failed building wheel for demo on Python 3.13');
  expect(factsOf('Numba hangs', 'It never comes back from the first call.').title).toBe(
    'Numba hangs',
  );
});

test('what a forum names below a thread is none of it', () => {
  const text = textOf(
    'Numba hangs on Linux',
    '',
    'The first call never comes back on Linux, and Ctrl-C does nothing.',
    '',
    'Related topics',
    'Topic',
    'Replies',
    'Numba on macOS arm64 segfaults',
    'Powered by Discourse',
  );
  expect(text).toContain('platforms: [linux]');
  expect(text).not.toMatch(/Discourse|arm64/);
});
