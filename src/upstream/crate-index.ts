import { z } from 'zod';
import { sortReleases, type Release } from '../domain/releases/releases.ts';
import { normalizeVersion } from '../domain/versions/versions.ts';
import { dayOf, jsonOf } from './http.ts';

/** A line of a package's file in a Cargo registry index, as far as it is read here. */
const lineSchema = z.object({
  vers: z.string(),
  yanked: z.boolean().nullish(),
  /** When it was published; registries may leave it out. */
  pubtime: z.string().nullish(),
});

/**
 * Where a sparse index has the file of a package (Cargo's book, "Index files"): names of one to three letters have
 * folders of their own, all others lie below their first and second two letters.
 *
 * @param name in lower case
 */
export function cratePath(name: string): string {
  if (name.length <= 2) return `${name.length}/${name}`;
  if (name.length === 3) return `3/${name.charAt(0)}/${name}`;
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}

/**
 * The releases in a package's file of a Cargo registry index, one JSON object a line.
 *
 * @returns `undefined` when a line is none
 */
export function releasesInFile(text: string): Release[] | undefined {
  const releases: Release[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(jsonOf(line));
    if (!parsed.success) return undefined;
    const { vers, yanked, pubtime } = parsed.data;
    const version = normalizeVersion('crates.io', vers);
    if (version === undefined) return undefined;
    const day = dayOf(pubtime);
    releases.push({
      version,
      ...(day === undefined ? {} : { day }),
      ...(yanked ? { yanked: true as const } : {}),
    });
  }
  return sortReleases('crates.io', releases);
}
