import { describe, expect, test } from 'vitest';
import { readBareName } from '../../../../src/diagnosis/clean/bare-name.ts';
import { readPaste } from '../../../../src/diagnosis/clean/read-paste.ts';

const read = (paste: string) => readBareName(readPaste(paste).lines);

describe('a name alone is read as the message that reports it as missing:', () => {
  test.each([
    ['loom/weave.hpp', 'fatal error: loom/weave.hpp: No such file or directory'],
    ['libpng.so.2', 'libpng.so.2: cannot open shared object file: No such file or directory'],
    ['@rpath/libpng.2.dylib', 'Library not loaded: @rpath/libpng.2.dylib'],
    ['Loom64.DLL', 'The code execution cannot proceed because Loom64.DLL was not found'],
    ['-lm', 'cannot find -lm'],
    ['loom-config', 'loom-config: command not found'],
    ['_PyLoom_Weave', "implicit declaration of function '_PyLoom_Weave'"],
    ['NPY_LOOM', "error: 'NPY_LOOM' undeclared (first use"],
    ['GLIBC_2.99', "libc.so.6: version 'GLIBC_2.99' not found"],
    ['CXXABI_1.3.99', "libstdc++.so.6: version 'CXXABI_1.3.99' not found"],
    ['0xc0000fff', 'Process finished with exit code 0xc0000fff'],
  ])('%s', (name, message) => {
    expect(read(`  ${name}\n`)).toEqual([
      { number: 1, text: name, english: message, isBareName: true },
    ]);
  });
});

describe('is left as it is:', () => {
  test.each([
    ['the name of a package', 'loom'],
    ['the name of a file of Python', 'loom.py'],
    ['a sentence with a name', 'where is loom.h'],
    ['a function of C', 'loom_weave'],
    ['a path', '/usr/include/loom.h'],
    ['a very long name', `${'a'.repeat(300)}.h`],
    ['an empty text', ''],
  ])('%s', (_kind, text) => {
    expect(read(text)).toEqual(readPaste(text).lines);
  });

  test('a name in a paste with other lines', () => {
    expect(read('loom.h\r\nlibpng.so.2').every(({ english }) => !english)).toBe(true);
  });
});
