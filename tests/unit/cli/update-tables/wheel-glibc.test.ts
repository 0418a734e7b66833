import { expect, test } from 'vitest';
import { formatGlibc, neededGlibc } from '../../../../src/cli/update-tables/wheel-glibc.ts';

const wheel = (tags: string) => `demo-1.0-${tags}.whl`;

test.each<[string, string[], number | undefined]>([
  ['a tag of PEP 600', ['cp313-cp313-manylinux_2_28_x86_64'], 28],
  ['the older of two tags', ['cp313-cp313-manylinux_2_24_x86_64.manylinux_2_28_x86_64'], 24],
  ['manylinux2014', ['cp39-cp39-manylinux2014_x86_64'], 17],
  ['manylinux1, which counts as manylinux2014', ['cp39-cp39-manylinux1_x86_64'], 17],
  [
    'the older of two wheels for one Python',
    ['cp313-cp313-manylinux2014_x86_64', 'cp313-cp313-manylinux_2_28_x86_64'],
    17,
  ],
  [
    'the later of two Pythons',
    ['cp312-cp312-manylinux2014_x86_64', 'cp313-cp313-manylinux_2_28_x86_64'],
    28,
  ],
  ['no wheel for Linux', ['cp313-cp313-win_amd64', 'cp313-cp313-musllinux_1_2_x86_64'], undefined],
  ['a Python that is not supported', ['cp27-cp27mu-manylinux1_x86_64'], undefined],
  ['another machine', ['cp313-cp313-manylinux_2_28_aarch64'], undefined],
])('%s', (_what, tags, expected) => {
  expect(neededGlibc([...tags.map(wheel), 'demo-1.0.tar.gz'])).toBe(expected);
});

test('lists the newest release for each glibc', () => {
  const needed = [
    { version: '1.0', minor: 17 },
    { version: '1.1', minor: 28 },
    { version: '1.2', minor: 27 },
    { version: '1.3', minor: 34 },
  ];
  expect(formatGlibc(needed)).toBe('2.17: 1.0; 2.27: 1.2; 2.34: 1.3');
  expect(formatGlibc(needed.slice(0, 1))).toBe('2.17: 1.0');
  expect(formatGlibc([])).toBe('');
});
