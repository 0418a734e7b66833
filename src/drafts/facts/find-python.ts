import { isPythonSpecifier } from '../../domain/versions/versions.ts';
import { atLine, type Found } from './found.ts';
import { PYTHON } from '../versions/known-project.ts';
import type { Role } from '../reading/roles.ts';
import type { Claim } from '../versions/version-claims.ts';

/** What the facts say where a source says nothing: every Python that is still met. */
const ANY = '>=3.8';
const OLDEST_MINOR = 5;
const NEWEST_MINOR = 30;

interface Release {
  minor: number;
  micro: number | undefined;
}

type Read = Claim & Release;

/**
 * The Python versions that have the fault, as a PEP 440 specifier.
 *
 * A version that is only named as the one where the fault was seen begins an open range: faults seldom end with a
 * release of Python. That is a guess and marked as one.
 *
 * @param isOwn the fault lies in Python itself: then micro releases count, and versions without a name are Python's
 * @param seen version in the report's own output (`3.12.1`), if any
 */
export function findPython(
  claims: readonly Claim[],
  isOwn: boolean,
  seen: string | undefined,
  isFreeThreaded: boolean,
): Found<string> {
  const read = claims.flatMap((claim): Read[] => {
    if (!(claim.owner === PYTHON || (isOwn && claim.owner === undefined))) return [];
    const release = releaseOf(claim.version);
    return release ? [{ ...claim, ...release }] : [];
  });
  const lower = lowest(read, isOwn);
  const upper = highest(read, lower?.claim, isOwn);
  if (!lower && !upper) return guessed(seen, isFreeThreaded);
  const value = [lower?.text, upper?.text].filter(Boolean).join(',');
  if (!isPythonSpecifier(value)) return guessed(seen, isFreeThreaded);
  const places = [lower, upper].flatMap((end) => (end ? [placeOf(end.claim)] : []));
  const isSure = (lower?.isSure ?? true) && (upper?.isSure ?? true);
  return {
    value,
    read: [...new Set(places)].join(', '),
    isSure,
    ...(!isSure && lower && { note: `said of ${lower.claim.version}; what of later ones?` }),
  };
}

function releaseOf(version: string): Release | undefined {
  const match = /^3\.(\d{1,2})(?:\.(\d{1,2}))?/.exec(version);
  const minor = Number(match?.[1]);
  if (!match || minor < OLDEST_MINOR || minor > NEWEST_MINOR) return undefined;
  return { minor, micro: match[2] === undefined ? undefined : Number(match[2]) };
}

const placeOf = ({ line }: Claim) => (line === 0 ? 'title' : atLine(line));

interface End {
  text: string;
  claim: Read;
  isSure: boolean;
}

/** How much a claim says about where the versions begin. */
function weightOf({ kind, isSure, line, role }: Read): number {
  if (kind === 'good' || kind === 'fixed') return 0;
  const place = line === 0 ? 4 : role === undefined || TELLING.has(role) ? 2 : 0;
  return (kind === 'introduced' ? (isSure ? 6 : 3) : isSure ? 3 : 1) + place;
}

/** Parts that say where the fault is met; the analysis of a cause tells the history of Python, too. */
const TELLING = new Set<Role>(['symptom', 'background', 'affected']);

const highestOf = (weights: readonly number[]) => weights.reduce((a, b) => Math.max(a, b), 0);

const numberOf = ({ minor, micro }: Release) => minor * 100 + (micro ?? 0);

function lowest(read: readonly Read[], isOwn: boolean): End | undefined {
  const most = highestOf(read.filter(({ kind }) => kind !== 'last').map(weightOf));
  if (most === 0) return undefined;
  const [claim] = read
    .filter((one) => one.kind !== 'last' && weightOf(one) === most)
    .sort((a, b) => numberOf(a) - numberOf(b));
  if (!claim) return undefined;
  const isExact = isOwn && claim.micro !== undefined;
  const text = isExact ? `>=3.${claim.minor}.${claim.micro}` : `>=3.${claim.minor}`;
  return { text, claim, isSure: claim.kind === 'introduced' && claim.isSure };
}

function highest(read: readonly Read[], lower: Read | undefined, isOwn: boolean): End | undefined {
  const ends = read.filter(
    (one) =>
      (one.kind === 'last' || (one.kind === 'fixed' && isOwn)) &&
      (one.isSure || lower === undefined || one.line === lower.line) &&
      (lower === undefined ||
        numberOf(one) > numberOf(lower) ||
        (one.kind === 'last' && one.minor >= lower.minor)),
  );
  const claim = ends.sort(
    (a, b) => Number(b.isSure) - Number(a.isSure) || numberOf(a) - numberOf(b),
  )[0];
  if (!claim) return undefined;
  const { kind, minor, micro } = claim;
  if (kind === 'last') return { text: `<3.${minor + 1}`, claim, isSure: claim.isSure };
  const text = micro === undefined ? `<3.${minor}` : `<3.${minor}.${micro}`;
  return { text, claim, isSure: claim.isSure };
}

function guessed(seen: string | undefined, isFreeThreaded: boolean): Found<string> {
  const release = seen === undefined ? undefined : releaseOf(seen);
  if (release) {
    return {
      value: `>=3.${release.minor}`,
      read: 'environment',
      isSure: false,
      note: `seen with ${seen}; which others?`,
    };
  }
  return {
    value: isFreeThreaded ? '>=3.13' : ANY,
    isSure: false,
    note: 'the source does not say which',
  };
}
