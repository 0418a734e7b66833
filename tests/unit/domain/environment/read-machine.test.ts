import { expect, test } from 'vitest';
import { platformNamed } from '../../../../src/domain/environment/platform-names.ts';
import { readMachine } from '../../../../src/domain/environment/read-machine.ts';

test.each([
  [
    'Python 3.14.0rc1 (main, Jul 22 2025, 12:00:00) [GCC 14.2.0] on linux',
    { python: '3.14.0rc1', build: 'gil', platform: 'linux' },
  ],
  [
    'Python 3.13.1 experimental free-threading build (main, Dec  3 2024) [MSC v.1942 64 bit (AMD64)]',
    { python: '3.13.1', build: 'free-threaded', platform: 'windows' },
  ],
  [
    'Python 3.12.4 (main, Jun  6 2024) [Clang 15.0.0 ] on darwin',
    { python: '3.12.4', platform: 'macos' },
  ],
  [
    'numpy/core/_multiarray_umath.cpython-313t-x86_64-linux-gnu.so',
    { python: '3.13', build: 'free-threaded', platform: 'linux' },
  ],
  ['nothing about a machine', {}],
])('reads %j', (line, expected) => {
  expect(readMachine([line])).toEqual(expected);
});

test('takes the value with the most evidence', () => {
  const lines = ['/usr/lib/python3.9/site.py', 'Python 3.12.1', '/usr/lib/python3.12/os.py'];
  expect(readMachine(lines)).toMatchObject({ python: '3.12.1', platform: 'linux' });
});

test.each([
  ['linux-64', 'linux'],
  ['osx-arm64', 'macos'],
  ['Darwin', 'macos'],
  ['win-amd64', 'windows'],
  ['noarch', undefined],
])('%s is %s', (name, platform) => {
  expect(platformNamed(name)).toBe(platform);
});
