import { z } from 'zod';
import { sortReleases, type Release } from '../domain/releases/releases.ts';
import { isPythonSpecifier, normalizeVersion } from '../domain/versions/versions.ts';
import { dayOf } from './http.ts';

/** A project page of the Simple API in its JSON form (PEP 691, with the fields of PEP 700), as far as it is read here. */
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

type File = z.infer<typeof pageSchema>['files'][number];

/** Ends of the names of source archives (PEP 625 and what came before it). */
const SOURCE = /\.(?:tar\.gz|tar\.bz2|tar\.z|tar\.xz|tgz|tar|zip)$/;

/** What may follow a version in the name of a file of an older kind: `.win32-py2.5.exe`, `-py2.7.egg`. */
const AFTER_VERSION = /^(?:[-._]|$)/;

/**
 * The releases on a project page of the Simple API. Versions that are none by PEP 440 are left out: no installer takes
 * them; so are versions without files.
 *
 * @param name of the package in its normal form
 * @param page the parsed answer, whatever it is
 * @returns `undefined` for what is no such page
 */
export function releasesOnPage(name: string, page: unknown): Release[] | undefined {
  const parsed = pageSchema.safeParse(page);
  if (!parsed.success) return undefined;
  const { files, versions } = parsed.data;
  const stems = files.map(({ filename }) => afterName(name, filename.toLowerCase()));
  const known = knownVersions(versions ?? stems.flatMap((stem) => plainVersion(stem) ?? []));

  const byVersion = new Map<string, File[]>();
  for (const [index, file] of files.entries()) {
    const version = versionIn(stems[index] ?? '', known);
    if (version !== undefined) byVersion.set(version, [...(byVersion.get(version) ?? []), file]);
  }
  const releases = [...byVersion].map(([version, its]) => releaseOf(version, its));
  return sortReleases('PyPI', releases);
}

function releaseOf(version: string, files: readonly File[]): Release {
  const [first] = files.flatMap((file) => dayOf(file['upload-time']) ?? []).sort();
  const python = files
    .map((file) => file['requires-python']?.trim() ?? '')
    .find((text) => isPythonSpecifier(text));
  return {
    version,
    ...(first === undefined ? {} : { day: first }),
    // Files are withdrawn one by one (PEP 592); a release is when all of its files are.
    ...(files.every(({ yanked }) => Boolean(yanked)) ? { yanked: true as const } : {}),
    ...(python === undefined ? {} : { requires_python: python }),
  };
}

/** The name of a file without the name of the package; empty for a file of another package. */
function afterName(name: string, filename: string): string {
  // Names of files spell the name in many ways; every one has as many words.
  let position = 0;
  for (const word of name.split('-')) {
    if (!filename.startsWith(word, position)) return '';
    position += word.length;
    if (!/[-._]/.test(filename.charAt(position))) return '';
    position += 1;
  }
  return filename.slice(position);
}

/** The version in the name of a wheel or a source archive; `undefined` for files of other kinds. */
function plainVersion(stem: string): string | undefined {
  if (stem.endsWith('.whl')) return stem.split('-')[0];
  return SOURCE.test(stem) ? stem.replace(SOURCE, '') : undefined;
}

/** Versions by how names of files may spell them. */
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
  // `0.14.1rc1.win32-py2.7.exe`: both 0.14.1rc1 and 0.14 could stand here, the longer one does.
  const [longest] = [...known.keys()]
    .filter((text) => stem.startsWith(text) && AFTER_VERSION.test(stem.slice(text.length)))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : known.get(longest);
}
