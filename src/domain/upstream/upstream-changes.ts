import type { Facts } from '../facts/facts.ts';
import type { Package } from '../versions/package-name.ts';
import type { Release } from '../releases/releases.ts';
import { upstreamLabel } from './tracker-address.ts';
import { laterLook, type Checked } from './upstream-record.ts';
import { compareVersions, isPrerelease } from '../versions/versions.ts';
import type { UpstreamState } from '../vocabulary.ts';

/** Something upstream that an article does not know yet. */
export type UpstreamChange =
  | { kind: 'state'; url: string; was: UpstreamState; is: UpstreamState; day?: string | undefined }
  | { kind: 'moved'; url: string; to: string }
  | { kind: 'gone'; url: string }
  /** The release that the article calls the fixed one came out after the article. */
  | ({ kind: 'fixed-release'; fixed: string } & Released)
  /** The fix that the article cites is merged, and a release came after it and after the article. */
  | ({ kind: 'release-after-fix'; url: string; merged: string } & Released);

interface Released {
  ecosystem: Package['ecosystem'];
  package: string;
  version: string;
  day: string;
}

/** What of an article can be overtaken. */
export type StaleFacts = Pick<Facts, 'status' | 'affected' | 'upstream' | 'updated'>;

/** What was seen upstream. */
export interface Seen {
  addresses: ReadonlyMap<string, Checked>;
  /** All releases of a package in version order; empty when they are not known. */
  releasesOf(ecosystem: Package['ecosystem'], name: string): readonly Release[];
}

/**
 * What has happened upstream since an article was last revised. A look that is older than the article counts for
 * nothing, and so does a release whose day is not known.
 */
export function upstreamChanges(facts: StaleFacts, seen: Seen): UpstreamChange[] {
  return [
    ...addressMoves(facts, seen),
    ...fixedReleases(facts, seen),
    ...laterReleases(facts, seen),
  ];
}

function addressMoves({ upstream, updated }: StaleFacts, { addresses }: Seen): UpstreamChange[] {
  return upstream.flatMap(({ url, state: was }): UpstreamChange[] => {
    const look = laterLook(addresses, url, updated);
    if (!look) return [];
    const { state: is, closed: day, moved: to } = look;
    if (is === undefined) return [{ kind: 'gone', url }];
    return [
      ...(to === undefined ? [] : [{ kind: 'moved' as const, url, to }]),
      ...(was === undefined || was === is ? [] : [{ kind: 'state' as const, url, was, is, day }]),
    ];
  });
}

function fixedReleases({ affected, updated }: StaleFacts, { releasesOf }: Seen): UpstreamChange[] {
  return affected.flatMap(({ ecosystem, package: name, fixed }): UpstreamChange[] => {
    if (fixed === undefined) return [];
    const first = releasesOf(ecosystem, name).find(
      ({ version, yanked }) => !yanked && compareVersions(ecosystem, version, fixed) >= 0,
    );
    if (first?.day === undefined || first.day <= updated) return [];
    const { version, day } = first;
    return [{ kind: 'fixed-release', ecosystem, package: name, fixed, version, day }];
  });
}

function laterReleases({ status, affected, upstream, updated }: StaleFacts, seen: Seen): UpstreamChange[] {
  if (status !== 'open' && status !== 'workaround') return [];
  const unfixed = affected.filter(({ fixed }) => fixed === undefined);
  return upstream.flatMap(({ kind, url }): UpstreamChange[] => {
    const look = seen.addresses.get(url);
    if (kind !== 'fix' || look?.state !== 'merged' || look.closed === undefined) return [];
    const merged = look.closed;
    const since = merged > updated ? merged : updated;
    return unfixed.flatMap(({ ecosystem, package: name }): UpstreamChange[] => {
      const next = seen
        .releasesOf(ecosystem, name)
        .find(
          ({ version, day, yanked }) =>
            !yanked && day !== undefined && day > since && !isPrerelease(ecosystem, version),
        );
      if (next?.day === undefined) return [];
      const { version, day } = next;
      return [{ kind: 'release-after-fix', url, merged, ecosystem, package: name, version, day }];
    });
  });
}

/** A move as one line: `numba/numba#9500: open in the article, closed on 2026-11-25`. */
export function formatChange(move: UpstreamChange): string {
  switch (move.kind) {
    case 'state': {
      const now = move.is === 'open' ? 'open again' : move.is;
      const on = move.day === undefined ? '' : ` on ${move.day}`;
      return `${upstreamLabel(move.url)}: ${move.was} in the article, ${now}${on}`;
    }
    case 'moved':
      return `${upstreamLabel(move.url)}: moved to ${move.to}`;
    case 'gone':
      return `${upstreamLabel(move.url)}: no longer there (${move.url})`;
    case 'fixed-release':
      return (
        `${move.package} ${move.version}: out since ${move.day}, after the article, ` +
        `which has it fixed in ${move.fixed}`
      );
    case 'release-after-fix':
      return (
        `${upstreamLabel(move.url)}: the fix was merged on ${move.merged}, ` +
        `and ${move.package} ${move.version} came out on ${move.day}`
      );
  }
}
