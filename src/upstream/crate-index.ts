import { z } from 'zod';
import { sortReleases, type Release } from '../domain/releases/releases.ts';
import { normalizeVersion } from '../domain/versions/versions.ts';
import { dayOf, parseJson } from './http.ts';

/** The fields in use of one line in a package's file of a Cargo registry index. */
const lineSchema = z.object({
  vers: z.string(),
  yanked: z.boolean().nullish(),
  /** Time of publication; optional. */
  pubtime: z.string().nullish(),
});

/**
 * Returns the path of a package's file in a sparse index.
 *
 * @param name in lower case
 * @see https://doc.rust-lang.org/cargo/reference/registry-index.html#index-files
 * @example cratePath('serde') // 'se/rd/serde'
 */
export function cratePath(name: string): string {
  if (name.length <= 2) return `${name.length}/${name}`;
  if (name.length === 3) return `3/${name.charAt(0)}/${name}`;
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}

/**
 * Parses a package's file of a Cargo registry index, one JSON object per line.
 *
 * @returns the releases in version order; `undefined` when a line is invalid
 */
export function parseCrateFile(text: string): Release[] | undefined {
  const releases: Release[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(parseJson(line));
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
