import { expect, test } from 'vitest';
import { evaluateMarker } from '../../../../src/audit/inventory/evaluate-marker.ts';

const linux = { python: '3.13', platform: 'linux' } as const;

test.each([
  ['python_version >= "3.10"', true],
  ["python_version<'3.10'", false],
  ['python_version > "3.9"', true],
  ['python_version == "3.13"', true],
  ['python_version == "3.1"', false],
  ['python_version == "3.*"', true],
  ['python_version != "3.13"', false],
  ['python_version ~= "3.8"', true],
  ['python_version === "3.13"', true],
  ['"3.10" <= python_version', true],
  ['"3.10" > python_version', false],
  ['python_version in "3.12 3.13"', true],
  ['python_version not in "2.7, 3.8"', true],
  ['python_full_version < "3.13"', false],
  ['python_full_version >= "3.12.4"', true],
  ['sys_platform == "linux"', true],
  ['sys_platform == "linux2"', false],
  ['sys.platform != "win32"', true],
  ['"linux" in sys_platform', true],
  ['"win" not in sys_platform', true],
  ['platform_system == "Linux"', true],
  ['platform_system in "Darwin Windows"', false],
  ['os_name == "posix"', true],
  ['os.name == "nt"', false],
  ['python_version < "3.10" or sys_platform == "linux"', true],
  ['python_version >= "3.10" and sys_platform == "win32"', false],
  // "and" binds more tightly.
  ['os_name == "posix" or os_name == "nt" and python_version < "3"', true],
  ['(os_name == "posix" or os_name == "nt") and python_version < "3"', false],
  ['(((python_version >= "3.10")))', true],
])('on Python 3.13 and Linux, %s is %s', (marker, holds) => {
  expect(evaluateMarker(marker, linux)).toEqual({ holds, missing: [] });
});

test.each([
  ['windows', 'sys_platform == "win32" and os_name == "nt" and platform_system == "Windows"'],
  ['macos', 'sys_platform == "darwin" and os_name == "posix" and platform_system == "Darwin"'],
] as const)('%s has its own values', (platform, marker) => {
  expect(evaluateMarker(marker, { platform }).holds).toBe(true);
});

test.each([
  ['python_version >= "3.10"', {}, ['python']],
  ['sys_platform == "win32"', { python: '3.13' }, ['platform']],
  ['python_version < "3.10" and sys_platform == "win32"', {}, ['python', 'platform']],
  // The series does not say whether it is 3.13.0 or 3.13.2.
  ['python_full_version >= "3.13.2"', { python: '3.13' }, ['python']],
  // What cannot be known names nothing that would decide it.
  ['platform_machine == "x86_64"', linux, []],
  ['implementation_name == "cpython"', linux, []],
  ['extra == "dev"', linux, []],
  ['"dev" in dependency_groups', linux, []],
] as const)('%s with %j stays open for want of %j', (marker, machine, missing) => {
  expect(evaluateMarker(marker, machine)).toEqual({ holds: undefined, missing });
});

test.each([
  ['extra == "dev" and python_version < "3.10"', false],
  ['extra == "dev" or python_version >= "3.10"', true],
  ['extra == "dev" and python_version >= "3.10"', undefined],
  ['platform_machine == "arm64" or sys_platform == "win32"', undefined],
])('the unknown in %s does not hide what decides it', (marker, holds) => {
  expect(evaluateMarker(marker, linux).holds).toBe(holds);
});

test('a release decides what its series leaves open', () => {
  const marker = 'python_full_version >= "3.13.2"';
  expect(evaluateMarker(marker, { python: '3.13.1' }).holds).toBe(false);
  expect(evaluateMarker(marker, { python: '3.13.2' }).holds).toBe(true);
  expect(evaluateMarker(marker, { python: '3.14t' }).holds).toBe(true);
});

test.each([
  '',
  'python_version',
  'python_version >=',
  'python_version "3.10"',
  '(python_version >= "3.10"',
  'python_version >= "3.10")',
  'python_version >= 3.10',
  'python_version >= "3.10" and',
  'python_version not "3.10"',
  '"3.10" == "3.10"',
  'os_name == sys_platform',
  'this is prose',
  `${'('.repeat(10_000)}os_name == "nt"${')'.repeat(10_000)}`,
])('%s is not a marker and decides nothing', (marker) => {
  expect(evaluateMarker(marker, linux)).toEqual({ holds: undefined, missing: [] });
});
