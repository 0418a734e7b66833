import { describe, expect, test } from 'vitest';
import { readPaste } from '../../../src/diagnosis/clean/read-paste.ts';
import { readEnvironment } from '../../../src/diagnosis/read-environment.ts';

const KNOWN = new Set(['numpy', 'numba', 'scipy', 'pyo3']);

/** Returns what a paste says about its machine: Python, platform, and versions of packages. */
function environmentOf(paste: string) {
  const { python, platform, packages } = readEnvironment(readPaste(paste).lines, KNOWN);
  return { ...(python && { python }), ...(platform && { platform }), ...packages };
}

describe('what a message requires or advises is not the environment:', () => {
  test.each([
    'the wheel must be compiled with NumPy 2.0',
    'this build needs NumPy 2.1 or less',
    'NumPy 1.22 or newer is needed here',
    'fast-thing requires Python >=3.9',
    'fast-thing requires Python 3.9 or later',
    'Please upgrade to Python 3.11.2 first',
    'only versions >=3.8,<3.12 are supported',
    'Python 3.7 is no longer supported',
    'this extension was built for Python 3.11',
    'wheels are not supported on macOS',
    'on macOS, install Xcode',
    'this function is not supported on darwin',
    'Use the win32 build of Python 3.9 instead',
    'AttributeError: gone since NumPy 2.0; use the new name',
    'NumPy 2.0 removed this alias',
    'built against NumPy C-API version 0x12 (NumPy 2.0)',
    'hint: try `pip install numpy==1.26.4`',
    '    The user requested numpy==1.21.0',
    '    fast-thing 1.0 depends on numpy==1.21.0',
    'Because numba==0.53.1 depends on numpy>=1.15, your request cannot be satisfied.',
    'ERROR: Could not find a version that satisfies the requirement numpy==9.9 (from versions: 1.3.0)',
    'ERROR: No matching distribution found for numpy==9.9',
    'ERROR: Ignored the following versions that require a different python version: 1.26.4 Requires-Python >=3.9',
    'ERROR: numpy-1.26.4-cp311-cp311-win_amd64.whl is not a supported wheel on this platform.',
  ])('%s', (line) => {
    expect(environmentOf(line)).toEqual({});
  });
});

describe('what the machine says about itself is:', () => {
  test.each<[string, object]>([
    [
      'compiled for NumPy 1.x, this cannot run in\nNumPy 2.2.6 today.\nIt must be compiled with NumPy 2.0.',
      { numpy: '2.2.6' },
    ],
    ['Numba needs NumPy 2.1 or less. Got NumPy 2.2.', { numpy: '2.2' }],
    ['expected NumPy 1.26 but got 2.2', { numpy: '2.2' }],
    ['bad bytecode: expected Python 3.11 but got 3.12', { python: '3.12' }],
    ['wants Python 3.9 or later, found Python 3.8.10', { python: '3.8.10' }],
    [
      'numba 0.56.4 requires numpy<1.24, but you have numpy 1.24.4 which is incompatible.',
      { numba: '0.56.4', numpy: '1.24.4' },
    ],
    [
      'Cannot install on Python version 3.12.1; only versions >=3.8,<3.12 are supported.',
      { python: '3.12.1' },
    ],
    ["ERROR: Package 'x' requires a different Python: 3.8.10 not in '>=3.9'", { python: '3.8.10' }],
    [
      'the configured Python interpreter version (3.14) is newer than the maximum supported version (3.13)',
      { python: '3.14' },
    ],
    [
      'Successfully installed numpy-1.26.4 fast_thing-0.3',
      { numpy: '1.26.4', 'fast-thing': '0.3' },
    ],
    [
      'Requirement already satisfied: numpy>=1.2 in ./venv/lib/python3.12/site-packages (1.26.4)',
      { python: '3.12', numpy: '1.26.4' },
    ],
    ['please see /usr/lib/python3.12/site-packages/fast', { python: '3.12', platform: 'linux' }],
  ])('%s', (paste, expected) => {
    expect(environmentOf(paste)).toEqual(expected);
  });
});

describe('what is installed wins over what is mentioned, whatever comes last:', () => {
  test.each<[string, string, object]>([
    ['a list of packages', 'numpy        1.26.4', { numpy: '1.26.4' }],
    [
      'the name of a wheel',
      'Using cached numpy-1.26.4-cp312-cp312-manylinux_2_17_x86_64.whl',
      { numpy: '1.26.4' },
    ],
    ['what pip installed', 'Successfully installed numpy-1.26.4', { numpy: '1.26.4' }],
    ['what a message found', 'Got NumPy 1.26.4', { numpy: '1.26.4' }],
  ])('%s', (_name, line, expected) => {
    const prose = 'see the notes of NumPy 2.0 and of NumPy 2.1';
    expect(environmentOf(`${line}\n${prose}`)).toMatchObject(expected);
    expect(environmentOf(`${prose}\n${line}`)).toMatchObject(expected);
  });

  test('the paths of an interpreter', () => {
    const paths = '/usr/lib/python3.12/json.py\n/usr/lib/python3.12/re.py';
    expect(environmentOf(`It worked with Python 3.11.\n${paths}`)).toMatchObject({
      python: '3.12',
    });
  });

  test('what pip installed last', () => {
    const paste = 'Found existing installation: numpy 1.24.0\nSuccessfully installed numpy-2.0.1';
    expect(environmentOf(paste)).toEqual({ numpy: '2.0.1' });
  });
});

test('reads both ends of a long log', () => {
  const copies = (from: string) =>
    Array.from({ length: 1_500 }, (_, index) => `copying /usr/lib/${from}${index}.py -> build`);
  const paste = [
    'Python 3.12.1',
    ...copies('a'),
    'numpy==1.25.0',
    ...copies('b'),
    'numba==0.60.0',
  ].join('\n');
  expect(environmentOf(paste)).toEqual({ python: '3.12.1', platform: 'linux', numba: '0.60.0' });
});
