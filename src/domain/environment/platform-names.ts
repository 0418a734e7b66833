import type { Platform } from '../vocabulary.ts';

const PLATFORMS: readonly (readonly [RegExp, Platform])[] = [
  [/^linux/i, 'linux'],
  [/^(?:darwin|macos|osx)/i, 'macos'],
  [/^win/i, 'windows'],
];

/**
 * Returns the platform that a tool means: names of `sys.platform`, `platform.system()`, `sysconfig.get_platform()`,
 * Meson and conda (`osx-arm64`); `undefined` for any other name.
 */
export function platformNamed(name: string): Platform | undefined {
  return PLATFORMS.find(([pattern]) => pattern.test(name))?.[1];
}
