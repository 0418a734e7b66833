/** A platform that wheels are built for, as the table names it. */
export interface WheelPlatform {
  label: string;
  /** Matches the platform tags that it accepts, in lower case. */
  tag: RegExp;
}

/**
 * The platforms of most readers; the columns of the Python series are about these. Since macOS 11, pip accepts only tags
 * with the minor version 0.
 */
export const mainPlatforms: readonly WheelPlatform[] = [
  { label: 'Linux', tag: /^(?:many)?linux\w*_x86_64$/ },
  { label: 'macOS', tag: /^macosx_(?:10_\d+|\d+_0)_(?:arm64|universal2)$/ },
  { label: 'Windows', tag: /^win_amd64$/ },
];

export const otherPlatforms: readonly WheelPlatform[] = [
  { label: 'Linux aarch64', tag: /^(?:many)?linux\w*_aarch64$/ },
  { label: 'musl x86_64', tag: /^musllinux_\w+_x86_64$/ },
  { label: 'musl aarch64', tag: /^musllinux_\w+_aarch64$/ },
  {
    label: 'macOS x86_64',
    tag: /^macosx_(?:10_\d+|\d+_0)_(?:x86_64|universal2|universal|intel|fat64)$/,
  },
  { label: 'Windows ARM64', tag: /^win_arm64$/ },
  { label: 'Windows 32-bit', tag: /^win32$/ },
];

/** Returns whether a platform installs a file: a source archive or a wheel with one of its tags, or with `any`. */
export function installsOn({ tag }: WheelPlatform, filename: string): boolean {
  return (
    !filename.endsWith('.whl') ||
    platformTags(filename).some((one) => one === 'any' || tag.test(one))
  );
}

/** Returns the platform tags of a wheel: `manylinux_2_17_x86_64`, `manylinux2014_x86_64`. */
export function platformTags(filename: string): string[] {
  const last = filename.toLowerCase().slice(0, -'.whl'.length).split('-').at(-1) ?? '';
  return last.split('.', MAX_TAGS);
}

/** Maximum number of platform tags that are read from a name: twice the longest lists of PyPI. */
const MAX_TAGS = 20;
