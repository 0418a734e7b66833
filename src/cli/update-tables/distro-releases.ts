import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../upstream/http.ts';
import { UsageError } from '../shared/usage-error.ts';

/** Distributions with numbered releases, by their names in the data. */
const FAMILIES = {
  debian: 'debian',
  ubuntu: 'ubuntu',
  rhubi: 'rhel',
  fedora: 'fedora',
  opensuse: 'suse',
  amazonlinux: 'amazon',
} as const;

/** openSUSE before Leap 15, which starts with lower numbers again, and the preview of Amazon Linux 2023. */
const IS_OUT_OF_ORDER = /opensuse-(?:13|42)|amazonlinux-2022/;

export type Family = (typeof FAMILIES)[keyof typeof FAMILIES];

export const families: readonly Family[] = Object.values(FAMILIES);

/** Names of versioned symbols: those of glibc, and the two of libstdc++. */
const symbolSchema = z.array(z.string()).default([]);

const distroSchema = z.object({
  symbols: z.object({ GLIBC: symbolSchema, GLIBCXX: symbolSchema, CXXABI: symbolSchema }),
});

/** A symbol version: `2.28` of glibc is [2, 28]. */
export type SymbolVersion = readonly number[];

/** A release of a distribution and the newest symbol versions that it has. */
export interface DistroRelease {
  family: Family;
  /** `24.04` */
  version: string;
  newest: Readonly<Record<'GLIBC' | 'GLIBCXX' | 'CXXABI', SymbolVersion>>;
}

/**
 * Reads the symbol versions of distributions, which are the same for all architectures.
 *
 * @param folder `cache` of a checkout of https://github.com/mayeut/pep600_compliance: `<architecture>/<name>-<version>.json`.
 *   Releases that are no longer supported are only in its history
 * @returns releases in version order
 * @throws {UsageError} for a file that does not list symbols
 */
export async function readDistroReleases(folder: string): Promise<DistroRelease[]> {
  const found = new Map<string, DistroRelease>();
  for (const file of (await readdir(folder, { recursive: true })).sort()) {
    const [, name = '', version = ''] =
      /^([a-z]+)-(\d[\d.]*)\.json$/.exec(path.basename(file)) ?? [];
    if (!Object.hasOwn(FAMILIES, name) || IS_OUT_OF_ORDER.test(file)) continue;
    const { data } = distroSchema.safeParse(
      parseJson(await readFile(path.join(folder, file), 'utf8')),
    );
    if (!data) throw new UsageError(`${path.join(folder, file)}: not a list of symbols`);
    const { GLIBC, GLIBCXX, CXXABI } = data.symbols;
    found.set(`${name} ${version}`, {
      family: FAMILIES[name as keyof typeof FAMILIES],
      version,
      newest: { GLIBC: newest(GLIBC), GLIBCXX: newest(GLIBCXX), CXXABI: newest(CXXABI) },
    });
  }
  return [...found.values()].sort((a, b) => compare(numbersOf(a.version), numbersOf(b.version)));
}

/**
 * Returns the first release of a distribution that has a symbol version, if all later ones have it, too: `≥ 24.04`.
 *
 * @param releases in version order
 * @returns `—` if even the newest lacks it; `undefined` without data
 */
export function firstRelease(
  releases: readonly DistroRelease[],
  family: Family,
  symbol: keyof DistroRelease['newest'],
  wanted: SymbolVersion,
): string | undefined {
  const own = releases.filter((release) => release.family === family);
  if (own.length === 0) return undefined;
  const last = own.findLastIndex(({ newest: has }) => compare(has[symbol], wanted) < 0);
  const first = own[last + 1];
  return first ? `≥ ${first.version}` : '—';
}

/** Orders versions by their numbers: 3.4.9 before 3.4.10. */
export function compare(a: SymbolVersion, b: SymbolVersion): number {
  const index = a.findIndex((number, place) => number !== b[place]);
  if (index === -1) return a.length - b.length;
  return (a[index] ?? 0) - (b[index] ?? -1);
}

const numbersOf = (version: string): SymbolVersion => version.split('.').map(Number);

/** Returns the newest numbered version; `FLOAT128` and `PRIVATE` are not numbered. */
function newest(versions: readonly string[]): SymbolVersion {
  const numbered = versions.filter((version) => /^\d+(?:\.\d+)*$/.test(version)).map(numbersOf);
  return numbered.sort(compare).at(-1) ?? [];
}
