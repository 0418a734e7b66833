import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageHash, normalizedMessage } from '../../../../src/domain/addresses/message-hash.ts';

test.each([
  [
    'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line <n>)',
    'fatal python error __pyx_fatalerror acquisition count is # line #',
  ],
  [
    'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 4218)',
    'fatal python error __pyx_fatalerror acquisition count is # line #',
  ],
  ["<path>: version `GLIBCXX_<version>' not found", '# version glibcxx_# not found'],
  ["/opt/x/libstdc++.so.6: version `GLIBCXX_3.4.29' not found", '# version glibcxx_# not found'],
  ['error at 0x7fFFe0: C:\\Users\\me\\a.c', 'error at #'],
  ['“自由线程”构建 3.13t 不受支持', '自由线程 构建 #t 不受支持'],
  ['<a> <b>', '#'],
  ['', ''],
])('%s is normalized to %j', (message, expected) => {
  expect(normalizedMessage(message)).toBe(expected);
});

// Programs print these addresses: what a hash is made of never changes under one number.
test.each([
  ['Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line <n>)', '70dcd34552e78cc0'],
  ['A module that was compiled using NumPy 1.x cannot be run in NumPy 2.0', '8a6e897b0feaca8e'],
  ['undefined symbol: PyObject_SelfIter', '53c3e008aae61e37'],
])('the hash of %s stays what it was', (message, expected) => {
  expect(messageHash(message)).toBe(expected);
});

test.each(['', '<n>', 'at 3', 'in # from', '  File "<path>", line <n>, in <module>', 'Segfault'])(
  '%j says too little to be looked up by',
  (message) => {
    expect(messageHash(message)).toBeUndefined();
  },
);

test('whatever the message, paths, numbers and blanks make no difference', () => {
  const word = fc.stringMatching(/^[A-Za-z_]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 20 }), fc.nat(), (words, number) => {
      const [one, two] = ['/home/a/x.py', 'C:\\b\\y.py'].map((path, index) =>
        [...words, number + index, path].join(index === 0 ? ' ' : '  '),
      );
      expect(messageHash(one ?? '')).toBe(messageHash(two ?? ''));
    }),
  );
});
