import { z } from 'zod';
import type { UpstreamLink } from '../facts/facts.ts';
import { parsePackagePath } from '../versions/package-name.ts';
import { isoDate, strictMapping } from '../facts/field-schemas.ts';
import { canonicalAddress, trackerItem } from './tracker-address.ts';
import { normalizeVersion } from '../versions/versions.ts';
import { upstreamStates } from '../vocabulary.ts';

const isTracker = (address: string) =>
  trackerItem(address) !== undefined && canonicalAddress(address) === address;
const TRACKER = 'an issue, pull request or discussion on GitHub';

const addressSchema = strictMapping({
  state: z.enum(upstreamStates).optional(),
  /** Day on which it was closed or merged, in UTC. */
  closed: isoDate.optional(),
  /** Its new address, if it was moved. */
  moved: z.string().refine(isTracker, { error: TRACKER }).optional(),
  /** Deleted or made private. */
  gone: z.literal(true).optional(),
  checked: isoDate.optional(),
}).refine(({ state, gone }) => (state === undefined) !== (gone === undefined), {
  error: 'either a state or gone',
});

const newestSchema = strictMapping({
  version: z.string(),
  day: isoDate.optional(),
  checked: isoDate.optional(),
});

/**
 * The last known state upstream: `content/upstream.json`, written by a command.
 *
 * `checked` is the day of the oldest check; entries that were checked later have their own day. A check of everything
 * therefore changes this line and the entries that changed upstream.
 */
export const upstreamRecordSchema = strictMapping({
  checked: isoDate,
  addresses: z.record(z.string(), addressSchema),
  /** The newest release of each package, by `<ecosystem>/<name>`. */
  packages: z.record(z.string(), newestSchema),
}).superRefine(({ checked, addresses, packages }, context) => {
  const report = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  for (const address of Object.keys(addresses)) {
    if (!isTracker(address)) report(['addresses', address], `under the address of ${TRACKER}`);
  }
  for (const [key, { version }] of Object.entries(packages)) {
    const known = parsePackagePath(key);
    if (!known) {
      report(['packages', key], 'under a key such as PyPI/cython, the name in its normal form');
    } else if (normalizeVersion(known.ecosystem, version) !== version) {
      report(['packages', key, 'version'], `a version of ${known.ecosystem}`);
    }
  }
  for (const [part, entries] of Object.entries({ addresses, packages })) {
    for (const [key, { checked: own }] of Object.entries(entries)) {
      if (own !== undefined && own <= checked) {
        report([part, key, 'checked'], `a date after ${checked}, the one at the top, or none`);
      }
    }
  }
});

export type UpstreamFile = z.infer<typeof upstreamRecordSchema>;

/** The last check of an address. */
export type CheckedAddress = Omit<z.infer<typeof addressSchema>, 'checked'> & { checked: string };

/** The newest release of a package at the last check. */
export type CheckedPackage = z.infer<typeof newestSchema> & { checked: string };

/** The file with the day of the check in every entry. */
export interface UpstreamRecord {
  addresses: Map<string, CheckedAddress>;
  packages: Map<string, CheckedPackage>;
}

/** @param file `undefined` before the first check */
export function openRecord(file: UpstreamFile | undefined): UpstreamRecord {
  const dated = <T extends { checked?: string | undefined }>(entries: Record<string, T> = {}) =>
    new Map(
      Object.entries(entries).map(([key, entry]) => [
        key,
        { ...entry, checked: entry.checked ?? file?.checked ?? '' },
      ]),
    );
  return { addresses: dated(file?.addresses), packages: dated(file?.packages) };
}

/** Formats the file with one entry a line, sorted; the same record gives the same bytes. */
export function formatRecord({ addresses, packages }: UpstreamRecord): string {
  const days = [...addresses.values(), ...packages.values()].map(({ checked }) => checked).sort();
  const [oldest = ''] = days;
  const lines = (entries: ReadonlyMap<string, { checked: string }>) => {
    const ordered = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    const written = ordered.map(([key, { checked, ...entry }]) => {
      const value = checked === oldest ? entry : { ...entry, checked };
      return `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    });
    return written.length === 0 ? '{}' : `{\n${written.join(',\n')}\n  }`;
  };
  return `{
  "checked": ${JSON.stringify(oldest)},
  "addresses": ${lines(addresses)},
  "packages": ${lines(packages)}
}
`;
}

/** An upstream link with its last known state. */
export interface CurrentLink extends UpstreamLink {
  /** Deleted or made private. */
  gone?: boolean;
}

/**
 * Returns the upstream links of an article with their state at the last check, or in the article if it was revised later.
 *
 * @returns `checked`: the day since which every issue, pull request and discussion among them has been checked;
 *   `undefined` if there is none or one was never checked
 */
export function currentUpstream(
  { upstream, updated }: { upstream: readonly UpstreamLink[]; updated: string },
  { addresses }: UpstreamRecord,
): { links: CurrentLink[]; checked: string | undefined } {
  const checks = upstream.map(({ url }) => checkSinceUpdate(addresses, url, updated));
  const links = upstream.map((link, index) => {
    const check = checks[index];
    if (!check) return link;
    return check.gone ? { ...link, gone: true } : { ...link, state: check.state };
  });
  const days = checks
    .filter((_, index) => isTracker(upstream[index]?.url ?? ''))
    .map((check) => check?.checked);
  const checked = days.includes(undefined) ? undefined : days.sort()[0];
  return { links, checked };
}

/** Returns the last check of an address; `undefined` if the article was revised after it. */
export function checkSinceUpdate(
  addresses: ReadonlyMap<string, CheckedAddress>,
  url: string,
  updated: string,
): CheckedAddress | undefined {
  const check = addresses.get(url);
  return check && check.checked >= updated ? check : undefined;
}
