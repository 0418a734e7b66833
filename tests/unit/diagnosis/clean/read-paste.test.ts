import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../../src/diagnosis/read-environment.ts';
import { MAX_PASTE_LENGTH, readPaste } from '../../../../src/diagnosis/clean/read-paste.ts';
import { tokenize } from '../../../../src/diagnosis/index/tokens.ts';

const texts = (paste: string) => readPaste(paste).lines.map(({ text }) => text);

describe('strips what tools add to a line:', () => {
  const line = "ValueError: field 'name' is empty";
  test.each([
    ['colours', `\u001b[1;31m${line}\u001b[0m`],
    ['colours that lost their escape', `[31m${line}[0m`],
    ['time stamps of GitHub', `2024-02-11T19:33:02.1234567Z   ${line}`],
    ['time stamps of Python’s logging', `2024-02-11 19:33:02,123 ${line}`],
    ['seconds since boot', `[ 17.250000] ${line}`],
    ['steps of an image build', `#7 3.25 ${line}`],
    ['names of containers', `web_1  | ${line}`],
    ['syslog', `Mar  4 17:02:48 desk2 celery[311]: ${line}`],
    ['pip’s box', `      │ ${line}                 │`],
    ['pytest', `E   ${line}`],
    ['a quotation', `> > ${line}`],
    ['several at once', `2024-02-11T19:33:02.12Z #9 0.21   | E   ${line}`],
    ['curly quotes', 'ValueError: field ‘name’ is empty'],
    ['quotes of UTF-8 read as Windows-1252', 'ValueError: field â€˜nameâ€™ is empty'],
    ['quotes printed byte by byte', 'ValueError: field <E2><80><98>name<E2><80><99> is empty'],
    ['HTML entities', 'ValueError: field &#39;name&#39; is empty'],
    ['NULs and lone surrogates', `\0\ud800${line}`],
  ])('%s', (_name, paste) => {
    expect(texts(paste)).toEqual([line]);
  });
});

test('splits lines at escaped newlines in a repr, but not in a Windows path', () => {
  expect(
    texts(String.raw`Err(PyErr { value: ImportError('\n\nPLEASE READ\nthe end\n') })`),
  ).toEqual(["Err(PyErr { value: ImportError('", 'PLEASE READ', 'the end', "') })"]);
  expect(texts(String.raw`File "C:\new\numpy.py", line 3`)).toEqual([
    String.raw`File "C:\new\numpy.py", line 3`,
  ]);
});

test('joins a line that the terminal wrapped, and keeps the number of its first part', () => {
  const first = `${'x '.repeat(38)}reco`;
  const { lines } = readPaste(`before\n${first}\nmpile with -fPIC`);
  expect(lines.map(({ number }) => number)).toEqual([1, 2]);
  expect(lines[1]?.text).toContain('recompile with -fPIC');
});

test('a German linker message is replaced by its English wording', () => {
  expect(texts('error LNK2001: Nicht aufgelöstes externes Symbol "f"')).toEqual([
    'error LNK2001: unresolved external symbol "f"',
  ]);
});

test('truncates a paste beyond the limit, and reports it', () => {
  expect(readPaste('a\n'.repeat(10)).truncated).toBe(false);
  expect(readPaste('a'.repeat(MAX_PASTE_LENGTH + 1)).truncated).toBe(true);
});

describe('the environment is read from', () => {
  test.each([
    [
      'a wheel',
      'numpy-1.2.0-cp313-cp313t-manylinux_2_28_x86_64.whl',
      { python: '3.13', build: 'free-threaded', platform: 'linux', architecture: 'x86_64' },
    ],
    ['an extension', 'numpy.cpython-312-darwin.so', { python: '3.12', platform: 'macos' }],
    [
      'a Windows path',
      String.raw`C:\Python38\lib\site-packages\numpy\x.py`,
      { python: '3.8', platform: 'windows' },
    ],
    [
      'a Unix path',
      '/usr/lib/python3.11/site-packages/numpy.py',
      { python: '3.11', platform: 'linux' },
    ],
    [
      'the banner',
      'Python 3.12.1 (main, Dec  8 2023) [GCC 12.2.0] on linux',
      { python: '3.12.1', platform: 'linux' },
    ],
    ['the linker of Windows', 'LINK : fatal error LNK1104', { platform: 'windows' }],
    ['the linker of macOS', '"_PyExc_X", referenced from:', { platform: 'macos' }],
  ])('%s', (_name, paste, expected) => {
    expect(readEnvironment(readPaste(paste).lines)).toMatchObject(expected);
  });

  test.each([
    ['numpy==2.0.1', { numpy: '2.0.1' }],
    ['numpy-1.2.0-cp313-cp313-win_amd64.whl', { numpy: '1.2.0' }],
    ['Typing_Extensions 4.9.0', { 'typing-extensions': '4.9.0' }],
    ['   Compiling pyo3 v0.22.5', { pyo3: '0.22.5' }],
  ])('the package in %s', (paste, packages) => {
    expect(readEnvironment(readPaste(paste).lines).packages).toEqual(packages);
  });

  test('prose, but only if articles mention the package', () => {
    const { lines } = readPaste('with Numpy 1.2 on Monday 3.4');
    expect(readEnvironment(lines, new Set(['numpy'])).packages).toEqual({ numpy: '1.2' });
  });
});

describe('a name is read as', () => {
  const terms = (text: string, isSignature = false) =>
    tokenize(text, isSignature).map(({ term }) => term);

  test.each([
    ['crashes crashed crashing', ['crash', 'crash', 'crash']],
    ['__imp_PyInit_numpy', ['pyinit_numpy']],
    ['0x7ffd12345678', ['#0x7ffd12345678']],
    ['h0123456789abcdef', ['']],
    ['_ZN3api5ErrorC2E', ['api::error', 'zn3api5errorc2e']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test('a prefix, before a placeholder or a digest', () => {
    expect(terms('(PyInit_<module>)', true)).toEqual(['pyinit_*', '']);
    expect(terms(`numpy_args${'80b7f981446a3c6008e89e8b2056e18d8bf133c7'}`)).toEqual([
      'numpy_args*',
    ]);
    expect(tokenize('PyInit__numpy')[0]?.stems).toContain('pyinit_*');
  });

  test('a folder, except for the last two parts of a path', () => {
    const folders = tokenize('/home/kim/numpy/core.py').filter(({ isFolder }) => isFolder);
    expect(folders.map(({ term }) => term)).toEqual(['home', 'kim']);
  });
});
