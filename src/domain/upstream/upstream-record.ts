import { z } from 'zod';
import type { UpstreamLink } from '../facts/facts.ts';
import { packageOf } from '../versions/package-name.ts';
import { day, mapping } from '../facts/field-schemas.ts';
import { trackerItem } from './tracker-address.ts';
import { normalizeVersion } from '../versions/versions.ts';
import { upstreamStates } from '../vocabulary.ts';

const isTracker = (address: string) => trackerItem(address) !== undefined;
const TRACKER = 'an issue, pull request or discussion on GitHub';

const addressSchema = mapping({
  state: z.enum(upstreamStates).optional(),
  /** Day on which it was closed or merged, in UTC. */
  closed: day.optional(),
  /** Where it stands now, when it is not where the articles say. */
  moved: z.string().refine(isTracker, { error: TRACKER }).optional(),
  /** Deleted, or no longer open to everybody. */
  gone: z.literal(true).optional(),
  checked: day.optional(),
}).refine(({ state, gone }) => (state === undefined) !== (gone === undefined), {
  error: 'either a state or gone',
});

const newestSchema = mapping({ version: z.string(), day: day.optional(), checked: day.optional() });

/**
 * What was seen upstream when somebody last looked: `content/upstream.json`, written by `npm run update:upstream`.
 *
 * `checked` is the day of the oldest look in the file; what was looked at later says so itself. A look at everything
 * thus changes one line, and the lines of what has changed upstream.
 */
export const upstreamRecordSchema = mapping({
  checked: day,
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
    const known = packageOf(key);
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

/** The last look at one address. */
export type Checked = Omit<z.infer<typeof addressSchema>, 'checked'> & { checked: string };

/** The newest release of a package at the last look. */
export type CheckedPackage = z.infer<typeof newestSchema> & { checked: string };

/** The file as one works with it: every entry with its day. */
export interface UpstreamRecord {
  addresses: Map<string, Checked>;
  packages: Map<string, CheckedPackage>;
}

/** @param file `undefined` when nobody has looked yet */
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

/** The text of the file: an entry a line, in the order of addresses and names; the same record gives the same bytes. */
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

/** An upstream address as it stands now, as far as one knows. */
export interface CurrentLink extends UpstreamLink {
  /** No longer there. */
  gone?: boolean;
}

/**
 * The upstream addresses of an article as they stood at the last look, or when the article was last revised if that is
 * later: what its writer has seen since counts for more.
 *
 * @returns `checked`: the day by which every issue, pull request and discussion among them has been looked at;
 *   `undefined` when there is none, or one that has not been
 */
export function currentUpstream(
  { upstream, updated }: { upstream: readonly UpstreamLink[]; updated: string },
  { addresses }: UpstreamRecord,
): { links: CurrentLink[]; checked: string | undefined } {
  const looks = upstream.map(({ url }) => laterLook(addresses, url, updated));
  const links = upstream.map((link, index) => {
    const look = looks[index];
    if (!look) return link;
    return look.gone ? { ...link, gone: true } : { ...link, state: look.state };
  });
  const days = looks.filter((_, index) => isTracker(upstream[index]?.url ?? ''));
  const dated = days.map((look) => look?.checked);
  const checked = dated.includes(undefined) ? undefined : dated.sort()[0];
  return { links, checked };
}

/** The last look at an address, unless the article has been revised since. */
export function laterLook(
  addresses: ReadonlyMap<string, Checked>,
  url: string,
  updated: string,
): Checked | undefined {
  const look = addresses.get(url);
  return look && look.checked >= updated ? look : undefined;
}
