import type { Facts } from '../facts/facts.ts';
import type { Package } from '../versions/package-name.ts';
import type { Release } from '../releases/releases.ts';
import { upstreamLabel } from './tracker-address.ts';
import { checkSinceUpdate, type CheckedAddress } from './upstream-record.ts';
import { compareVersions, isPrerelease } from '../versions/versions.ts';
import type { UpstreamState } from '../vocabulary.ts';

/** A change upstream since an article was last revised. */
export type UpstreamChange =
  | { kind: 'state'; url: string; was: UpstreamState; is: UpstreamState; day?: string | undefined }
  | { kind: 'moved'; url: string; to: string }
  | { kind: 'gone'; url: string }
  /** The release that has the fix according to the article came out after the article. */
  | ({ kind: 'fixed-release'; fixed: string } & ReleasedVersion)
  /** The fix that the article cites was merged, and a release came out after that and after the article. */
  | ({ kind: 'release-after-fix'; url: string; merged: string } & ReleasedVersion);

interface ReleasedVersion {
  ecosystem: Package['ecosystem'];
  package: string;
  version: string;
  day: string;
}

/** The facts of an article that a change upstream can make stale. */
export type StaleFacts = Pick<Facts, 'status' | 'affected' | 'upstream' | 'updated'>;

/** The last known state upstream. */
export interface UpstreamSnapshot {
  addresses: ReadonlyMap<string, CheckedAddress>;
  /** Returns all releases of a package in version order; empty if unknown. */
  releasesOf(ecosystem: Package['ecosystem'], name: string): readonly Release[];
}

/**
 * Lists what has changed upstream since an article was last revised. Checks older than the article are ignored, and so are
 * releases without a day.
 */
export function upstreamChanges(facts: StaleFacts, snapshot: UpstreamSnapshot): UpstreamChange[] {
  return [
    ...addressChanges(facts, snapshot),
    ...fixedReleases(facts, snapshot),
    ...releasesAfterFix(facts, snapshot),
  ];
}

function addressChanges(
  { upstream, updated }: StaleFacts,
  { addresses }: UpstreamSnapshot,
): UpstreamChange[] {
  return upstream.flatMap(({ url, state: was }): UpstreamChange[] => {
    const check = checkSinceUpdate(addresses, url, updated);
    if (!check) return [];
    const { state: is, closed: day, moved: to } = check;
    if (is === undefined) return [{ kind: 'gone', url }];
    return [
      ...(to === undefined ? [] : [{ kind: 'moved' as const, url, to }]),
      ...(was === undefined || was === is ? [] : [{ kind: 'state' as const, url, was, is, day }]),
    ];
  });
}

function fixedReleases(
  { affected, updated }: StaleFacts,
  { releasesOf }: UpstreamSnapshot,
): UpstreamChange[] {
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

function releasesAfterFix(
  { status, affected, upstream, updated }: StaleFacts,
  snapshot: UpstreamSnapshot,
): UpstreamChange[] {
  if (status !== 'open' && status !== 'workaround') return [];
  const unfixed = affected.filter(({ fixed }) => fixed === undefined);
  return upstream.flatMap(({ kind, url }): UpstreamChange[] => {
    const check = snapshot.addresses.get(url);
    if (kind !== 'fix' || check?.state !== 'merged' || check.closed === undefined) return [];
    const merged = check.closed;
    const since = merged > updated ? merged : updated;
    return unfixed.flatMap(({ ecosystem, package: name }): UpstreamChange[] => {
      const next = snapshot
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

/** Formats a change as one line: `numba/numba#9500: open in the article, closed on 2026-11-25`. */
export function formatChange(change: UpstreamChange): string {
  switch (change.kind) {
    case 'state': {
      const now = change.is === 'open' ? 'open again' : change.is;
      const on = change.day === undefined ? '' : ` on ${change.day}`;
      return `${upstreamLabel(change.url)}: ${change.was} in the article, ${now}${on}`;
    }
    case 'moved':
      return `${upstreamLabel(change.url)}: moved to ${change.to}`;
    case 'gone':
      return `${upstreamLabel(change.url)}: no longer there (${change.url})`;
    case 'fixed-release':
      return (
        `${change.package} ${change.version}: out since ${change.day}, after the article, ` +
        `which has it fixed in ${change.fixed}`
      );
    case 'release-after-fix':
      return (
        `${upstreamLabel(change.url)}: the fix was merged on ${change.merged}, ` +
        `and ${change.package} ${change.version} came out on ${change.day}`
      );
  }
}
