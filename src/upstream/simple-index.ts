import { z } from 'zod';
import { sortReleases, type Release } from '../domain/releases/releases.ts';
import { isPythonSpecifier, normalizeVersion } from '../domain/versions/versions.ts';
import { dayOf } from './http.ts';
import { wheelPythons } from './wheel-pythons.ts';

/**
 * The fields in use of a project page of the Simple API.
 *
 * @see https://packaging.python.org/en/latest/specifications/simple-repository-api/
 */
const pageSchema = z.object({
  versions: z.array(z.string()).optional(),
  files: z.array(
    z.object({
      filename: z.string(),
      'upload-time': z.string().nullish(),
      'requires-python': z.string().nullish(),
      yanked: z.union([z.boolean(), z.string()]).nullish(),
    }),
  ),
});

/** A file of a release, as a project page lists it. */
export type IndexFile = z.infer<typeof pageSchema>['files'][number];

/** Extensions of source archives: those of PEP 625 and older ones. */
const SOURCE_EXTENSION = /\.(?:tar\.gz|tar\.bz2|tar\.z|tar\.xz|tgz|tar|zip)$/;

/** Start of what follows the version in names of older formats: `.win32-py2.5.exe`, `-py2.7.egg`. */
const AFTER_VERSION = /^(?:[-_]|\.(?!\d)|$)/;

/**
 * Reads the releases from a project page of the Simple API. Versions that PEP 440 does not allow and versions without
 * files are left out, because no installer picks them.
 *
 * @param name normalized name of the package
 * @param page parsed JSON, not yet validated
 * @returns the releases in version order; `undefined` for anything but a project page
 */
export function parseProjectPage(name: string, page: unknown): Release[] | undefined {
  const byVersion = filesByVersion(name, page);
  return byVersion && releasesFrom(byVersion);
}

/** Returns the releases that consist of these files, in version order. */
export function releasesFrom(byVersion: ReadonlyMap<string, readonly IndexFile[]>): Release[] {
  return sortReleases(
    'PyPI',
    [...byVersion].map(([version, files]) => releaseOf(version, files)),
  );
}

/**
 * Reads the files of each release from a project page of the Simple API.
 *
 * @see parseProjectPage for what is left out and the parameters
 */
export function filesByVersion(name: string, page: unknown): Map<string, IndexFile[]> | undefined {
  const parsed = pageSchema.safeParse(page);
  if (!parsed.success) return undefined;
  const { files, versions } = parsed.data;
  const stems = files.map(({ filename }) => afterName(name, filename.toLowerCase()));
  const known = knownVersions(versions ?? stems.flatMap((stem) => plainVersion(stem) ?? []));

  const byVersion = new Map<string, IndexFile[]>();
  for (const [index, file] of files.entries()) {
    const version = versionIn(stems[index] ?? '', known);
    if (version !== undefined) byVersion.set(version, [...(byVersion.get(version) ?? []), file]);
  }
  return byVersion;
}

function releaseOf(version: string, files: readonly IndexFile[]): Release {
  const [first] = files.flatMap((file) => dayOf(file['upload-time']) ?? []).sort();
  const python = files
    .map((file) => file['requires-python']?.trim() ?? '')
    .find((text) => isPythonSpecifier(text));
  return {
    version,
    ...(first === undefined ? {} : { day: first }),
    // PEP 592 yanks single files; a release is yanked when all of its files are.
    ...(files.every(({ yanked }) => Boolean(yanked)) ? { yanked: true as const } : {}),
    ...(python === undefined ? {} : { requires_python: python }),
    wheels: wheelPythons(files.map(({ filename }) => filename.toLowerCase())),
  };
}

/** Returns the part of a file name after the name of the package; empty for a file of another package. */
function afterName(name: string, filename: string): string {
  // File names use `-`, `_` or `.` between the words of the name.
  let position = 0;
  for (const word of name.split('-')) {
    if (!filename.startsWith(word, position)) return '';
    position += word.length;
    if (!/[-._]/.test(filename.charAt(position))) return '';
    position += 1;
  }
  return filename.slice(position);
}

/** Returns the version in the name of a wheel or a source archive; `undefined` for other files. */
function plainVersion(stem: string): string | undefined {
  if (stem.endsWith('.whl')) return stem.split('-')[0];
  return SOURCE_EXTENSION.test(stem) ? stem.replace(SOURCE_EXTENSION, '') : undefined;
}

/** Returns the normalized versions by the spellings that file names use. */
function knownVersions(versions: readonly string[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const version of versions) {
    const normal = normalizeVersion('PyPI', version);
    if (normal === undefined) continue;
    for (const spelling of [version.toLowerCase(), normal]) known.set(spelling, normal);
  }
  return known;
}

function versionIn(stem: string, known: ReadonlyMap<string, string>): string | undefined {
  const plain = plainVersion(stem);
  if (plain !== undefined) {
    return known.get(plain) ?? known.get(normalizeVersion('PyPI', plain) ?? '');
  }
  // `0.14.1rc1.win32-py2.7.exe` starts with both 0.14.1rc1 and 0.14; the longer one is meant.
  const [longest] = [...known.keys()]
    .filter((text) => stem.startsWith(text) && AFTER_VERSION.test(stem.slice(text.length)))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : known.get(longest);
}
