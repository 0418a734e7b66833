import { expect, test } from 'vitest';
import { pythonVersions } from '../../../src/domain/versions/python-series.ts';
import { wheelPythons } from '../../../src/upstream/wheel-pythons.ts';

const since = (minor: number) =>
  pythonVersions.filter((name) => !name.endsWith('t') && Number(name.slice(2)) >= minor);

test.each<[string, string[], string | string[]]>([
  ['a source archive and an egg', ['demo-1.0.tar.gz', 'demo-1.0.zip', 'demo-1.0-py3.8.egg'], []],
  ['a wheel of pure Python', ['demo-1.0-py3-none-any.whl'], 'any'],
  ['one for Python 2 and 3', ['demo-1.0-py2.py3-none-any.whl'], 'any'],
  ['one for Python 2', ['demo-1.0-py2-none-any.whl', 'demo-1.0-cp27-cp27m-win32.whl'], []],
  ['a program for every Python', ['demo-1.0-py3-none-manylinux_2_17_x86_64.whl'], 'any'],
  [
    'one beside wheels with compiled modules',
    ['demo-1.0-cp313-cp313-win32.whl', 'demo-1.0-py3-none-any.whl'],
    'any',
  ],
  ['one for a later Python 3', ['demo-1.0-py314-none-any.whl'], ['3.14', '3.14t', '3.15']],
  [
    'wheels of single series',
    ['demo-1.0-cp310-cp310-win32.whl', 'demo-1.0-cp38-cp38-macosx_11_0_arm64.whl'],
    ['3.8', '3.10'],
  ],
  ['series before the supported ones', ['demo-1.0-cp37-cp37m-win32.whl'], []],
  [
    'free-threaded builds',
    ['demo-1.0-cp314-cp314t-win32.whl', 'demo-1.0-cp313-cp313t-win32.whl'],
    ['3.13t', '3.14t'],
  ],
  [
    'both builds of one series',
    ['demo-1.0-cp314-cp314-win32.whl', 'demo-1.0-cp314-cp314t-win32.whl'],
    ['3.14', '3.14t'],
  ],
  ['the stable ABI, for every later series', ['demo-1.0-cp312-abi3-win32.whl'], since(12)],
  ['the stable ABI of an old series', ['demo-1.0-cp36.cp37-abi3-win32.whl'], since(8)],
  ['the stable ABI of both builds', ['demo-1.0-cp315-abi3.abi3t-win32.whl'], since(15)],
  ['a Python tag without an ABI', ['demo-1.0-cp311-none-macosx_11_0_arm64.whl'], ['3.11']],
  ['a build number', ['demo-1.0-2-cp312-cp312-musllinux_1_2_x86_64.whl'], ['3.12']],
  [
    'several platforms in one name',
    ['demo-1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl'],
    ['3.12'],
  ],
  [
    'other implementations',
    [
      'demo-1.0-pp310-pypy310_pp73-win32.whl',
      'demo-1.0-graalpy312-graalpy250_312_native-win32.whl',
    ],
    [],
  ],
  [
    'telephones and browsers',
    [
      'demo-1.0-cp313-cp313-ios_13_0_arm64_iphoneos.whl',
      'demo-1.0-cp313-cp313-pyodide_2025_0_wasm32.whl',
    ],
    [],
  ],
  ['names of other files', ['demo.whl', 'demo-1.0-cp313.whl', '-cp313-cp313-win32.whl.asc'], []],
])('%s', (_what, filenames, expected) => {
  expect(wheelPythons(filenames)).toEqual(expected);
});
