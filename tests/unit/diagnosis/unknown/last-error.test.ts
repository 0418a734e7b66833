import { describe, expect, test } from 'vitest';
import { localization } from '../../../../src/diagnosis/clean/localized/localization.ts';
import { readLastError } from '../../../../src/diagnosis/unknown/last-error.ts';

const packages = new Set(['numpy', 'rust-numpy']);
const read = (...lines: string[]) => readLastError(lines.join('\n'), packages);

describe('the kind of an error', () => {
  test.each([
    ["ModuleNotFoundError: No module named 'shop'", 'missing-module'],
    ["ImportError: cannot import name '_core' from 'shop'", 'missing-module'],
    ['src/a.c:3:10: fatal error: lber.h: No such file or directory', 'missing-header'],
    [
      "a.cpp(3): fatal error C1083: Cannot open include file: 'a.h': No such file",
      'missing-header',
    ],
    ["./a.h:1:10: fatal error: 'b.h' file not found", 'missing-header'],
    ['ImportError: libfoo.so.1: cannot open shared object file: No such file', 'missing-library'],
    ['ImportError: DLL load failed while importing _shop: not found', 'missing-library'],
    ["ImportError: /lib/libc.so.6: version `GLIBC_2.38' not found", 'missing-library'],
    ['ImportError: /srv/_shop.so: undefined symbol: shop_open', 'linker'],
    ['shop.obj : error LNK2019: unresolved external symbol shop_open', 'linker'],
    ['/usr/bin/ld: cannot find -lshop', 'linker'],
    ['ERROR: No matching distribution found for shop==9.0', 'versions'],
    ['ERROR: ResolutionImpossible: for help visit https://pip.pypa.io', 'versions'],
    ['Segmentation fault (core dumped)', 'crash'],
    ['Fatal Python error: Bus error', 'crash'],
    ['shop.c:12:5: error: expected expression', 'compiler'],
    ['error[E0308]: mismatched types', 'compiler'],
    ["KeyError: 'total'", 'other'],
    ['nothing that looks like an error', 'other'],
  ])('%s: %s', (line, kind) => {
    expect(read(line)?.kind).toBe(kind);
  });

  test('a localized message has the kind of the English one', () => {
    const text = 'shop.o:对‘shop_open’未定义的引用';
    expect(readLastError(text, packages, localization)).toMatchObject({
      line: text,
      kind: 'linker',
    });
  });
});

describe('the last error', () => {
  test('is the last line that reports one, without what other tools say about it', () => {
    const error = read(
      "KeyError: 'first'",
      'shop.c:12:5: error: expected expression',
      "error: command '/usr/bin/gcc' failed with exit code 1",
      'make: *** [Makefile:12: all] Error 1',
      'Done.',
    );
    expect(error?.line).toBe('shop.c:12:5: error: expected expression');
  });

  test('is what another tool says if nothing else is reported', () => {
    const error = read('$ make', 'make: *** [Makefile:12: all] Error 1');
    expect(error?.line).toBe('make: *** [Makefile:12: all] Error 1');
  });

  test('is the last line of a text without any', () => {
    expect(read('first', 'second')?.line).toBe('second');
  });

  test('does not exist in a text without words', () => {
    expect(read(' ', '')).toBeUndefined();
  });
});

describe('an error of native code', () => {
  test.each([
    [
      'an exception of a pure Python program',
      ['  File "/srv/shop/a.py", line 1', "KeyError: 'a'"],
      false,
    ],
    [
      'an exception of another package',
      ['/venv/lib/python3.11/site-packages/redis/a.py', 'E: b'],
      false,
    ],
    ['a package of the library', ['/venv/lib/python3.11/site-packages/numpy/a.py', 'E: b'], true],
    ['an underscore in its folder', ['/venv/site-packages/rust_numpy/a.py', 'E: b'], true],
    ['a compiled module that is missing', ["No module named 'shop._core'"], true],
    ['a module that is missing', ["No module named 'shop'"], false],
    ['a wheel that is not built', ['ERROR: Failed building wheel for shop'], true],
    ['a build tool', ['cmake -S . -B build', 'ValueError: 3'], true],
    ['a linker', ['undefined reference to shop_open'], true],
  ])('%s', (_, lines, isNative) => {
    expect(read(...lines)?.isNative).toBe(isNative);
  });
});
