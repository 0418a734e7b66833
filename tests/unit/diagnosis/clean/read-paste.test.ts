import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../../src/diagnosis/read-environment.ts';
import { MAX_PASTE_LENGTH, readPaste } from '../../../../src/diagnosis/clean/read-paste.ts';
import { tokenize } from '../../../../src/diagnosis/index/tokens.ts';

const texts = (paste: string) => readPaste(paste).lines.map(({ text }) => text);

describe('a line is freed from what tools put around it', () => {
  const line = "ValueError: quill 'nib' is dry";
  test.each([
    ['colours', `\u001b[1;31m${line}\u001b[0m`],
    ['colours that lost their escape', `[31m${line}[0m`],
    ['time stamps of GitHub', `2024-02-11T19:33:02.1234567Z   ${line}`],
    ['time stamps of Python’s logging', `2024-02-11 19:33:02,123 ${line}`],
    ['seconds since boot', `[ 17.250000] ${line}`],
    ['steps of an image build', `#7 3.25 ${line}`],
    ['names of containers', `web_1  | ${line}`],
    ['syslog', `Mar  4 17:02:48 desk2 scribe-d[311]: ${line}`],
    ['pip’s box', `      │ ${line}                 │`],
    ['pytest', `E   ${line}`],
    ['a quotation', `> > ${line}`],
    ['several at once', `2024-02-11T19:33:02.12Z #9 0.21   | E   ${line}`],
    ['curly quotes', 'ValueError: quill ‘nib’ is dry'],
    ['quotes of UTF-8 read as Windows-1252', 'ValueError: quill â€˜nibâ€™ is dry'],
    ['quotes printed byte by byte', 'ValueError: quill <E2><80><98>nib<E2><80><99> is dry'],
    ['HTML entities', 'ValueError: quill &#39;nib&#39; is dry'],
    ['NULs and lone surrogates', `\0\ud800${line}`],
  ])('%s', (_name, paste) => {
    expect(texts(paste)).toEqual([line]);
  });
});

test('newlines inside a repr end lines, those of Windows paths do not', () => {
  expect(
    texts(String.raw`Err(PyErr { value: ImportError('\n\nPLEASE READ\nthe end\n') })`),
  ).toEqual(["Err(PyErr { value: ImportError('", 'PLEASE READ', 'the end', "') })"]);
  expect(texts(String.raw`File "C:\new\nib.py", line 3`)).toEqual([
    String.raw`File "C:\new\nib.py", line 3`,
  ]);
});

test('a line broken by a terminal is whole again, under its first number', () => {
  const first = `${'x '.repeat(38)}reco`;
  const { lines } = readPaste(`before\n${first}\nmpile with -fPIC`);
  expect(lines.map(({ number }) => number)).toEqual([1, 2]);
  expect(lines[1]?.text).toContain('recompile with -fPIC');
});

test('a German linker message gets its English translation appended', () => {
  expect(texts('error LNK2001: Nicht aufgelöstes externes Symbol "f"')[0]).not.toContain(
    'unresolved',
  );
  expect(texts('error LNK2001: nicht aufgelöstes externes Symbol "f"')[0]).toContain(
    'unresolved external symbol',
  );
});

test('a paste beyond the limit is cut and says so', () => {
  expect(readPaste('a\n'.repeat(10)).truncated).toBe(false);
  expect(readPaste('a'.repeat(MAX_PASTE_LENGTH + 1)).truncated).toBe(true);
});

describe('the environment is read from', () => {
  test.each([
    [
      'a wheel',
      'nib-1.2.0-cp313-cp313t-manylinux_2_28_x86_64.whl',
      { python: '3.13', build: 'free-threaded', platform: 'linux', architecture: 'x86_64' },
    ],
    ['an extension', 'nib.cpython-312-darwin.so', { python: '3.12', platform: 'macos' }],
    [
      'a Windows path',
      String.raw`C:\Python38\lib\site-packages\nib\x.py`,
      { python: '3.8', platform: 'windows' },
    ],
    [
      'a Unix path',
      '/usr/lib/python3.11/site-packages/nib.py',
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
    ['nib==2.0.1', { nib: '2.0.1' }],
    ['nib-1.2.0-cp313-cp313-win_amd64.whl', { nib: '1.2.0' }],
    ['Quill_Pen      0.9.1', { 'quill-pen': '0.9.1' }],
    ['   Compiling inkwell v0.22.5', { inkwell: '0.22.5' }],
  ])('the package in %s', (paste, packages) => {
    expect(readEnvironment(readPaste(paste).lines).packages).toEqual(packages);
  });

  test('prose, but only of packages that articles speak of', () => {
    const { lines } = readPaste('with Nib 1.2 on Monday 3.4');
    expect(readEnvironment(lines, new Set(['nib'])).packages).toEqual({ nib: '1.2' });
  });
});

describe('a name is read as', () => {
  const terms = (text: string, isSignature = false) =>
    tokenize(text, isSignature).map(({ term }) => term);

  test.each([
    ['crashes crashed crashing', ['crash', 'crash', 'crash']],
    ['__imp_PyInit_nib', ['pyinit_nib']],
    ['0x7ffd12345678', ['#0x7ffd12345678']],
    ['h0123456789abcdef', ['']],
    ['_ZN3ink5ErrorC2E', ['ink::error', 'zn3ink5errorc2e']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test('the beginning of a name, where a placeholder or a digest follows', () => {
    expect(terms('(PyInit_<module>)', true)).toEqual(['pyinit_*', '']);
    expect(terms(`nib_args${'80b7f981446a3c6008e89e8b2056e18d8bf133c7'}`)).toEqual(['nib_args*']);
    expect(tokenize('PyInit__nib')[0]?.stems).toContain('pyinit_*');
  });

  test('a folder of the reader, except for the end of the path', () => {
    const folders = tokenize('/home/kim/nib/ink.py').filter(({ isFolder }) => isFolder);
    expect(folders.map(({ term }) => term)).toEqual(['home', 'kim']);
  });
});
