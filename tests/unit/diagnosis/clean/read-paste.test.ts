import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../../src/diagnosis/read-environment.ts';
import { MAX_PASTE_LENGTH, readPaste } from '../../../../src/diagnosis/clean/read-paste.ts';

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
    [
      'hyperlinks that end with ST',
      `\u001b]8;;https://example.org\u001b\\${line}\u001b]8;;\u001b\\`,
    ],
    ['titles that end with BEL', `\u001b]0;build\u0007${line}`],
    ['device control strings', `\u001bP1$r0m\u001b\\${line}`],
    ['a string that never ends', `\u001b]${line}`],
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

test('joins a line that the terminal wrapped, and keeps its rows, which may be lines', () => {
  const first = `${'x '.repeat(38)}reco`;
  const { lines } = readPaste(`before\n${first}\nmpile with -fPIC\nafter`);
  expect(lines).toEqual([
    { number: 1, text: 'before' },
    { number: 2, text: `${first}mpile with -fPIC` },
    { number: 2, text: first },
    { number: 3, text: 'mpile with -fPIC' },
    { number: 4, text: 'after' },
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

test.each([
  ['bidirectional isolates', 'Fatal \u2066error\u2069'],
  ['an Arabic letter mark', 'Fatal \u061cerror'],
  ['a soft hyphen', 'Fatal \u00aderror'],
  ['a Hangul filler', 'Fatal \u3164error'],
  ['tag characters', 'Fatal \u{e0041}\u{e0042}error'],
])('lines are free of %s', (_name, paste) => {
  const [line] = readPaste(paste).lines;
  expect(line?.text.split(/ +/).filter(Boolean)).toEqual(['Fatal', 'error']);
  expect(line?.text).toMatch(/^[ -~]+$/);
});
