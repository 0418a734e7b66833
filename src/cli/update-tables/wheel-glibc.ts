import { wheelPythons } from '../../upstream/wheel-pythons.ts';
import { platformTags } from './wheel-platforms.ts';

/** Minor version of the glibc that manylinux2014 needs. Older ones are no longer told apart. */
const OLDEST_GLIBC_MINOR = 17;

/** The tags before PEP 600 and the glibc 2.x that they stand for. */
const LEGACY_MINORS: Readonly<Record<string, number>> = {
  manylinux1_x86_64: 5,
  manylinux2010_x86_64: 12,
  manylinux2014_x86_64: 17,
};

/**
 * Returns the minor version of the glibc that the wheels of a release need on x86_64. If those of one Python need a
 * later glibc than those of another, the later one counts.
 *
 * @param filenames names of all files of the release
 * @returns at least 17; `undefined` without a wheel for a supported CPython on Linux
 */
export function neededGlibc(filenames: readonly string[]): number | undefined {
  const lowest = new Map<string, number>();
  for (const filename of filenames) {
    const minor = glibcMinor(filename);
    if (minor === undefined) continue;
    for (const python of pythonsOf(filename)) {
      lowest.set(python, Math.min(lowest.get(python) ?? minor, minor));
    }
  }
  return lowest.size === 0 ? undefined : Math.max(OLDEST_GLIBC_MINOR, ...lowest.values());
}

function pythonsOf(filename: string): readonly string[] {
  const pythons = wheelPythons([filename.toLowerCase()]);
  return pythons === 'any' ? ['any'] : pythons;
}

function glibcMinor(filename: string): number | undefined {
  if (!filename.endsWith('.whl')) return undefined;
  const minors = platformTags(filename).flatMap((tag) => {
    const digits = /^manylinux_2_(\d+)_x86_64$/.exec(tag)?.[1];
    return digits === undefined ? (LEGACY_MINORS[tag] ?? []) : Number(digits);
  });
  return minors.length === 0 ? undefined : Math.min(...minors);
}

/**
 * Formats the newest release for each glibc: `2.17: 2.2.6; 2.27: 2.5.5`. A glibc that runs no later release than an
 * older one is left out.
 *
 * @param needed releases in version order, with the glibc that they need
 */
export function formatGlibc(needed: readonly { version: string; minor: number }[]): string {
  const minors = [...new Set(needed.map(({ minor }) => minor))].sort((a, b) => a - b);
  const newest = minors.map((limit) => needed.findLast(({ minor }) => minor <= limit)?.version);
  return minors
    .flatMap((minor, index) =>
      newest[index] === newest[index - 1] ? [] : `2.${minor}: ${newest[index] ?? ''}`,
    )
    .join('; ');
}
