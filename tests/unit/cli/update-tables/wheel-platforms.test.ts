import { expect, test } from 'vitest';
import {
  installsOn,
  mainPlatforms,
  otherPlatforms,
} from '../../../../src/cli/update-tables/wheel-platforms.ts';

test.each<[string, string[]]>([
  ['manylinux_2_17_x86_64.manylinux2014_x86_64', ['Linux']],
  ['manylinux1_x86_64', ['Linux']],
  ['manylinux_2_28_aarch64', ['Linux aarch64']],
  ['manylinux2014_i686', []],
  ['musllinux_1_2_x86_64', ['musl x86_64']],
  ['musllinux_1_1_aarch64', ['musl aarch64']],
  ['macosx_11_0_arm64', ['macOS']],
  ['macosx_10_13_x86_64', ['macOS x86_64']],
  ['macosx_10_9_universal2', ['macOS', 'macOS x86_64']],
  // pip accepts no minor version but 0 since macOS 11.
  ['macosx_11_1_arm64', []],
  ['win_amd64', ['Windows']],
  ['win_arm64', ['Windows ARM64']],
  ['win32', ['Windows 32-bit']],
  ['android_24_x86_64', []],
])('a wheel for %s installs on %j', (tags, expected) => {
  const platforms = [...mainPlatforms, ...otherPlatforms];
  const filename = `Demo-1.0-cp313-cp313-${tags}.whl`;
  expect(platforms.filter((one) => installsOn(one, filename)).map(({ label }) => label)).toEqual(
    expected,
  );
  expect(platforms.every((one) => installsOn(one, 'demo-1.0-py3-none-any.whl'))).toBe(true);
  expect(platforms.every((one) => installsOn(one, 'demo-1.0.tar.gz'))).toBe(true);
});
