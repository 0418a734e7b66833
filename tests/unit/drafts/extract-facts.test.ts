import { describe, expect, test } from 'vitest';
import { unsureFields, valuesOf } from '../../../src/drafts/draft-facts.ts';
import { slugOf } from '../../../src/drafts/slug.ts';
import { draftFrom, extract, issueJson, sourceText } from './drafting.ts';

const factsOf = (...lines: string[]) => extract(lines.join('\n')).facts;

describe('an issue', () => {
  test('states its title, state, address, component and project with certainty', () => {
    const { facts } = extract(issueJson({ labels: ['area/buffers', 'bug'] }));
    expect(facts).toMatchObject({
      title: { value: 'Cython crashes on import', read: 'title', isSure: true },
      project: { value: 'cython', read: 'url', isSure: true },
      component: { value: 'buffers', read: 'label', isSure: true },
      status: { value: 'open', read: 'state', isSure: true },
      upstream: [
        {
          value: {
            kind: 'issue',
            url: 'https://github.com/cython/cython/issues/90001',
            state: 'open',
          },
          isSure: true,
        },
      ],
    });
  });

  test('that is closed gives its milestone as the fixed release, to be checked', () => {
    const closed = extract(issueJson({ state: 'CLOSED', milestone: { title: '3.0.11' } })).facts;
    expect(valuesOf(closed)).toMatchObject({
      status: 'fixed',
      affected: [{ ecosystem: 'PyPI', package: 'cython', fixed: '3.0.11' }],
    });
    expect(unsureFields(closed)).toEqual(expect.arrayContaining(['status', 'affected']));
  });

  test.each([
    ['open', { milestone: { title: '3.0.11' } }],
    [
      'closed as not planned',
      { state: 'CLOSED', stateReason: 'NOT_PLANNED', milestone: { title: '3.0.11' } },
    ],
    [
      'closed with a milestone that names no release',
      { state: 'CLOSED', milestone: { title: 'Someday' } },
    ],
  ])('gives no fixed release: %s', (_name, fields) => {
    const { affected } = extract(issueJson(fields)).facts;
    expect(affected.map(({ value }) => value)).toEqual([{ ecosystem: 'PyPI', package: 'cython' }]);
  });

  test('comes before the issues and addresses that it cites', () => {
    const body =
      'See #90002, PyO3/pyo3#5, https://github.com/cython/cython/pull/90003/files. Color #123456.';
    expect(valuesOf(extract(issueJson({ body })).facts)['upstream']).toEqual([
      { kind: 'issue', url: 'https://github.com/cython/cython/issues/90001', state: 'open' },
      { kind: 'fix', url: 'https://github.com/cython/cython/pull/90003' },
      { kind: 'related', url: 'https://github.com/cython/cython/issues/90002' },
      { kind: 'related', url: 'https://github.com/PyO3/pyo3/issues/5' },
      { kind: 'related', url: 'https://github.com/cython/cython/issues/123456' },
    ]);
  });
});

describe('the title of a text', () => {
  test.each([
    [
      'is its first heading',
      ['---', 'theme: x', '---', '# Cython crashes'],
      'Cython crashes',
      true,
    ],
    [
      'is in its front matter',
      ['---', 'title: "Cython crashes"', '---', 'x'],
      'Cython crashes',
      true,
    ],
    ['is its first line, to be checked', ['Menu', '', 'Cython crashes'], 'Cython crashes', false],
    ['is to be translated', ['# Cython 导入崩溃'], 'Cython 导入崩溃', false],
  ])('%s', (_name, lines, value, isSure) => {
    expect(factsOf(...lines).title).toMatchObject({ value, isSure });
  });

  test('is left blank if the first line is a paragraph', () => {
    expect(factsOf('It crashes. '.repeat(20)).title.value).toMatch(/^TODO-DRAFT/);
  });
});

test('names the project of the title, to be checked', () => {
  expect(factsOf('PyO3项目动态链接问题').project).toEqual({
    value: 'pyo3',
    read: 'title',
    isSure: false,
  });
});

test('reads nothing from sentences about versions, platforms and builds', () => {
  const facts = factsOf(
    'Cython 3.0.9 在 Linux 上崩溃',
    '',
    'Cython 3.0.0 到 3.0.10 受影响，3.0.11 修复，只在 Linux 的自由线程版 Python 3.13 上出现。',
  );
  expect(valuesOf(facts)).toMatchObject({
    symptom: 'build-error',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.8',
    builds: ['gil'],
    status: 'open',
    affected: [{ ecosystem: 'PyPI', package: 'cython' }],
  });
  expect(unsureFields(facts)).toEqual(
    expect.arrayContaining(['symptom', 'platforms', 'python', 'builds', 'status', 'affected']),
  );
});

test('reads the environment from output and from the fields of a form', () => {
  const facts = factsOf(
    '# numpy fails',
    '### Python version',
    '3.13.1',
    '',
    '```',
    'Python 3.13.1 experimental free-threading build (main, Dec  3 2024) [GCC 13.2.0] on linux',
    'numpy==2.1.0',
    '```',
  );
  expect(facts).toMatchObject({
    python: {
      value: '==3.13.*',
      read: 'line 3',
      isSure: false,
      note: 'seen with 3.13.1; with which others?',
    },
    platforms: { value: ['linux'], isSure: false },
    builds: { value: ['free-threaded'], isSure: false },
    affected: [{ value: { package: 'numpy' }, note: expect.stringContaining('seen with 2.1.0') }],
  });
});

describe('version specifiers', () => {
  test('of a package of the library are noted with their lines', () => {
    const { affected } = factsOf(
      '# Cython crashes',
      'Use numpy>=2.0; `pip install "cython==3.0.9"`, foo<2.',
    );
    expect(affected).toEqual([
      {
        value: { ecosystem: 'PyPI', package: 'cython' },
        isSure: false,
        note: 'line 2 has cython==3.0.9',
      },
      {
        value: { ecosystem: 'PyPI', package: 'numpy' },
        isSure: false,
        note: 'line 2 has numpy>=2.0',
      },
    ]);
  });

  test('are not taken as affected ranges: they may be the versions that work', () => {
    const [affected] = factsOf(
      '# Cython crashes',
      'Works with cython >= 3.0.0, < 3.0.11.',
    ).affected;
    expect(affected).toMatchObject({
      value: { ecosystem: 'PyPI', package: 'cython' },
      note: 'line 2 has cython>=3.0.0,<3.0.11',
    });
  });
});

describe('signatures', () => {
  const signaturesOf = (...lines: string[]) =>
    factsOf('# demo', ...lines).signatures.map(({ value }) => value);

  test.each([
    [
      'ImportError: /home/me/x/_core.cpython-312-x86_64-linux-gnu.so: undefined symbol: PyList_New',
      'ImportError: <path>.so: undefined symbol: PyList_New',
    ],
    [
      "LINK : fatal error LNK1181: cannot open input file 'python3_vineyard.lib'",
      "LINK : fatal error LNK1181: cannot open input file 'python3_vineyard.lib'",
    ],
    [
      '<stdin>:1: RuntimeWarning: divide by zero encountered in vineyard',
      'RuntimeWarning: divide by zero encountered in vineyard',
    ],
    [
      'Fatal Python error: pool exhausted at 0x7f3a90c411d0 (line 12, demo 1.2.3)',
      'Fatal Python error: pool exhausted at <address> (line <n>, demo <version>)',
    ],
    [
      "RuntimeError: Linking globals named '__vine_d045637d4d71c2c2f78bb75bb1b884b2': multiply defined",
      "RuntimeError: Linking globals named '__vine_d045637d4d71c2c2f78bb75bb1b884b2': multiply defined",
    ],
  ])('%s', (printed, signature) => {
    expect(signaturesOf('```', printed, '```')).toEqual([signature]);
    expect(signaturesOf(printed)).toEqual([signature]);
  });

  test('of a panic are on the line below its location', () => {
    expect(
      signaturesOf(
        '```',
        "thread 'main' panicked at src/lib.rs:1:2:",
        'Vineyard is already borrowed',
        '```',
      ),
    ).toEqual(['Vineyard is already borrowed']);
  });

  test('quoted in a sentence are to be checked', () => {
    expect(
      factsOf('# demo', '程序报错 RuntimeError: vineyard is closed，然后退出。').signatures,
    ).toEqual([{ value: 'RuntimeError: vineyard is closed', read: 'line 2', isSure: false }]);
  });

  test.each([
    'Traceback (most recent call last):',
    "error: command 'gcc' failed with exit status 1",
    'ERROR: Failed building wheel for demo',
    'error: subprocess-exited-with-error',
    'subprocess.CalledProcessError: Command returned non-zero exit status 1.',
  ])('are not lines that any failure prints: %s', (line) => {
    expect(signaturesOf('```', line, '```')).toEqual([]);
  });
});

test('puts output and code into the sections that show them', () => {
  const { sections, text } = draftFrom(
    [
      '# Cython crashes',
      '```pyx',
      'cdef int x',
      '```',
      'Traceback (most recent call last):',
      '  File "x", line 1',
      'ValueError: vineyard',
    ].join('\n'),
  );
  expect(sections).toEqual({
    reproduce: { lines: [], code: [{ language: 'cython', lines: [2, 4], text: 'cdef int x' }] },
    'what-you-see': {
      lines: [],
      code: [
        {
          language: 'message',
          lines: [5, 7],
          text: 'Traceback (most recent call last):\n  File "x", line 1\nValueError: vineyard',
        },
      ],
    },
  });
  expect(text).toContain('```cython\ncdef int x\n```');
});

test('keeps sentences and long blocks out of the article', () => {
  const { text } = draftFrom(
    [
      '# Cython crashes',
      '```',
      'The folder has both of them:',
      '```',
      '```',
      ...Array(61).fill('x = 1'),
      '```',
    ].join('\n'),
  );
  expect(text).toContain(
    'TODO-DRAFT: text of 1 lines: SOURCE.md, lines 2-4; show the lines that matter.',
  );
  expect(text).toContain('TODO-DRAFT: text of 61 lines');
  expect(text).not.toContain('The folder has');
});

test('keeps the sentences and advertisements of a page out of the article', () => {
  const { text } = draftFrom(sourceText('cython-gitcode.txt'));
  expect(text.match(/[\u4e00-\u9fff]+/g)?.join('')).toBe(
    '项目中函数返回结构体时的内存泄漏问题分析',
  );
});

test.each([
  ['cython', 'Cython crashes on import of a memoryview', 'cython-crashes-import-memoryview'],
  ['cython', 'Cython项目中nogil函数', 'cython-nogil'],
  ['numpy', '崩溃', 'numpy-printed-line'],
])('makes a slug from the project %s and the title %s', (project, title, slug) => {
  expect(slugOf(project, title, ['printed line'])).toBe(slug);
});
