import type { AffectedRange } from '../../domain/facts/facts.ts';
import { compareVersions, isVersion } from '../../domain/versions/versions.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import { atLine, type Found } from './found.ts';
import {
  mainPackage,
  PYTHON,
  type KnownPackage,
  type KnownProject,
  type Names,
} from '../versions/known-project.ts';
import type { Claim } from '../versions/version-claims.ts';

/**
 * The ranges of packages that have the fault: one for each package of which the source says where it begins or ends.
 *
 * @param project the fault's own; its main package is meant where the text names none
 * @param milestone the release for which the tracker planned the fix
 * @param isOpen of an open issue no fix is inferred
 */
export function findAffected(
  claims: readonly Claim[],
  project: KnownProject | undefined,
  milestone: string | undefined,
  isOpen: boolean,
  names: Names,
): Found<AffectedRange>[] {
  const main = project && mainPackage(project);
  const packages = new Map<string, { own: KnownPackage; claims: Claim[] }>();
  for (const claim of claims) {
    if (isOpen && claim.kind === 'fixed' && !claim.isSure) continue;
    const own = claim.owner ?? main;
    if (own === undefined || own === PYTHON || own === 'other') continue;
    const key = `${own.ecosystem} ${own.name}`;
    const known = packages.get(key) ?? { own, claims: [] };
    known.claims.push(claim);
    packages.set(key, known);
  }
  const ranges = [...packages.values()].flatMap(({ own, claims: said }) => {
    const isMain = own.name === main?.name;
    const range = rangeOf(own, said, isMain ? milestone : undefined, names);
    return range && (isMain || isSaid(said)) ? [{ range, isMain }] : [];
  });
  const own = ranges.filter(({ isMain }) => isMain);
  if (own.length === 0 && main) {
    const value = { ecosystem: main.ecosystem, package: main.name };
    const found = milestone === undefined ? undefined : versionOf(main.ecosystem, milestone);
    own.push({
      isMain: true,
      range:
        found === undefined
          ? { value, isSure: false, note: 'no versions were found' }
          : { value: { ...value, fixed: found }, read: 'milestone', isSure: false, note: PLANNED },
    });
  }
  return [...own, ...ranges.filter(({ isMain }) => !isMain)].map(({ range }) => range);
}

/** Of another package than the project's own only what is said in so many words counts. */
function isSaid(claims: readonly Claim[]): boolean {
  return claims.some(({ kind, isSure }) => isSure && (kind === 'introduced' || kind === 'fixed'));
}

function rangeOf(
  own: KnownPackage,
  claims: readonly Claim[],
  milestone: string | undefined,
  names: Names,
): Found<AffectedRange> | undefined {
  const { ecosystem, name } = own;
  const valid = claims.flatMap((claim) => {
    const version = versionOf(ecosystem, claim.version);
    if (version === undefined) return [];
    // A number without a name may be anything's.
    const isOwn = claim.isNamed || names.mayBeRelease(own, version);
    return isOwn ? [{ ...claim, version }] : [];
  });
  const of = (kind: Claim['kind']) => valid.filter((claim) => claim.kind === kind);
  const compare = (a: string, b: string) => compareVersions(ecosystem, a, b);
  let introduced =
    best(of('introduced'), compare) ?? bornBetween(of('good'), of('broken'), compare);
  let fixed = best(
    of('fixed').filter(({ version }) => !introduced || compare(version, introduced.version) > 0),
    compare,
  );
  if (!fixed && introduced && !introduced.isSure) {
    fixed = best(of('fixed'), compare);
    if (fixed) introduced = undefined;
  }
  fixed ??= curedAfter([...of('broken'), ...(introduced ? [introduced] : [])], of('good'), compare);
  const planned = milestone === undefined ? undefined : versionOf(ecosystem, milestone);
  const isPlanned =
    !fixed && planned !== undefined && (!introduced || compare(planned, introduced.version) > 0);
  const end = fixed?.version ?? (isPlanned ? planned : undefined);
  // `0.60` in the title may be `0.60.0` in the text.
  const fullest = (version: string) =>
    valid.find((one) => one.version.length > version.length && compare(one.version, version) === 0)
      ?.version ?? version;
  const last = of('last').filter(
    ({ version }) => !introduced || compare(version, introduced.version) > 0,
  );
  const seen = [...new Set([...of('broken'), ...last].map(({ version }) => version))].filter(
    (version) =>
      version.includes('.') && (!introduced || compare(version, introduced.version) !== 0),
  );
  if (!introduced && end === undefined && seen.length === 0) return undefined;

  const notes = [
    ...(introduced ? [] : ['the first version that has it was not found']),
    ...(end === undefined ? lastNote(last, seen) : []),
    ...(introduced?.isSure === false ? ['the first version is inferred'] : []),
    ...(fixed?.isSure === false ? ['the fixed version is inferred'] : []),
    ...(isPlanned ? [PLANNED] : []),
  ];
  const places = [introduced, fixed].flatMap((claim) => (claim ? [place(claim.line)] : []));
  const read = [...new Set([...places, ...(isPlanned ? ['milestone'] : [])])].join(', ');
  return {
    value: {
      ecosystem,
      package: name,
      ...(introduced && { introduced: fullest(introduced.version) }),
      ...(end !== undefined && { fixed: fullest(end) }),
    },
    ...(read !== '' && { read }),
    isSure: notes.length === 0,
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

const PLANNED = 'the fixed version is that of the milestone';

const place = (line: number) => (line === 0 ? 'title' : atLine(line));

function lastNote(last: readonly Claim[], seen: readonly string[]): string[] {
  if (last[0]) return [`${last[0].version} is the last one said to have it`];
  return seen.length > 0 ? [`seen with ${seen.slice(0, 3).join(', ')}`] : [];
}

type Compare = (a: string, b: string) => number;

/** The claim that is said most plainly, of equals most exactly, then most often, then of the lowest version. */
function best(claims: readonly Claim[], compare: Compare): Claim | undefined {
  const parts = (version: string) => Math.min(version.split('.').length, 3);
  const counts = new Map<string, number>();
  for (const { version } of claims) counts.set(version, (counts.get(version) ?? 0) + 1);
  const times = (version: string) => counts.get(version) ?? 0;
  return [...claims].sort(
    (a, b) =>
      Number(b.isSure) - Number(a.isSure) ||
      parts(b.version) - parts(a.version) ||
      times(b.version) - times(a.version) ||
      compare(a.version, b.version),
  )[0];
}

/** A fault that an older version has not and a newer one has was born in the newer one, as far as the source says. */
function bornBetween(
  good: readonly Claim[],
  broken: readonly Claim[],
  compare: Compare,
): Claim | undefined {
  const first = [...broken].sort((a, b) => compare(a.version, b.version))[0];
  if (!first || !good.some(({ version }) => compare(version, first.version) < 0)) return undefined;
  return { ...first, isSure: false };
}

/** A fault that a newer version has not any more was cured by then. */
function curedAfter(
  broken: readonly Claim[],
  good: readonly Claim[],
  compare: Compare,
): Claim | undefined {
  const [last] = [...broken].sort((a, b) => compare(b.version, a.version));
  const [cured] = good
    .filter(({ version }) => last && compare(version, last.version) > 0)
    .sort((a, b) => compare(a.version, b.version));
  return cured && { ...cured, isSure: false };
}

/** A version as the ecosystem writes it: crates have three numbers; `undefined` for what is none. */
function versionOf(ecosystem: Ecosystem, text: string): string | undefined {
  const version = /^v?(\d[\w.+-]*)/.exec(text.trim().split(/\s/).at(-1) ?? '')?.[1];
  if (version === undefined) return undefined;
  const numbers = /^\d+(?:\.\d+)*$/.test(version) ? version.split('.') : undefined;
  const padded =
    ecosystem === 'crates.io' && numbers && numbers.length < 3
      ? [...numbers, '0', '0'].slice(0, 3).join('.')
      : version;
  return isVersion(ecosystem, padded) ? padded : undefined;
}
