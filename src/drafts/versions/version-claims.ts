import { clausesOf } from './clauses.ts';
import { PYTHON, type Names } from './known-project.ts';
import type { ReadLine, Reading } from '../reading/reading.ts';
import type { Role } from '../reading/roles.ts';
import { ownerOf, placeOf, rangeOf, type VersionWord } from './version-places.ts';
import { rangeVerdicts, verdictOf, type Context, type Verdict } from './version-verdicts.ts';
import { wordsOf, type Cue, type Owner, type Word } from './version-words.ts';

/** What a source says of one version. */
export interface Claim extends Verdict {
  /** Whose version; absent where the text does not say. */
  owner?: Owner;
  version: string;
  /** Line of the source, 0 for the title. */
  line: number;
  isFreeThreaded: boolean;
  /** The part of the source it stands in. */
  role?: Role;
  /** Its owner is named in the same clause, not before it. */
  isNamed: boolean;
}

/** Parts of a source that speak of other things. */
const ELSEWHERE = new Set<Role | undefined>(['look-alikes', 'links', 'reproduce']);

/** A report that speaks of more versions is a change log. */
const MAX_CLAIMS = 1_000;

/** Parts in which an upgrade is the way out. */
const WAYS_OUT = new Set<Role | undefined>(['solution', 'advice', 'summary', 'workaround']);

/** Everything that a source says of versions, in the order of its lines. */
export function claimsOf({ lines, title }: Reading, names: Names): Claim[] {
  const first = title === undefined ? [] : [asLine(title)];
  const claims: Claim[] = [];
  for (const line of [...first, ...lines]) {
    if (!ELSEWHERE.has(line.role)) claims.push(...lineClaims(line, names));
    if (claims.length >= MAX_CLAIMS) break;
  }
  const hasPython = claims.some(({ owner, isNamed }) => owner === PYTHON && isNamed);
  return claims.map((claim) => {
    const isUnnamed = hasPython && !claim.isNamed && PYTHON_SERIES.test(claim.version);
    const isPython = claim.isFreeThreaded || isUnnamed;
    return isPython ? { ...claim, owner: PYTHON } : claim;
  });
}

/** `3.13` alone is Python's where Python 3.12 is spoken of; no package here has come so far with a 3. */
const PYTHON_SERIES = /^3\.(?:[6-9]|1\d)(?!\d)/;

const asLine = (text: string): ReadLine => ({ number: 0, text, isHeading: true, voice: 'author' });

function lineClaims(line: ReadLine, names: Names): Claim[] {
  if (!/\d/.test(line.text)) return [];
  const text = line.text.replace(/https?:\/\/[^\s，。；）\u3400-\u9fff]{1,300}/g, ' ');
  const clauses = clausesOf(text)
    .filter((clause) => /[\p{L}\d]/u.test(clause))
    .map((clause) => wordsOf(clause, names));
  let owner = line.isHeading
    ? undefined
    : BANNER.test(line.text)
      ? PYTHON
      : headingOwner(line, names);
  return clauses.flatMap((words, at) => {
    const claims = clauseClaims(words, contextOf(words, clauses[at + 1], line), line, owner);
    owner = lastOwner(words) ?? owner;
    return claims;
  });
}

/** What `python -VV` prints. */
const BANNER =
  /^3\.\d{1,2}\.\d{1,2}\S{0,8} .{0,120}(?:\[(?:GCC|MSC|Clang)|packaged by|\(main|\(tags)/;

/** Whose version stands below `### Cython version`; nobody's below a heading that names several. */
function headingOwner({ heading }: ReadLine, names: Names): Owner | undefined {
  const words = heading === undefined ? [] : wordsOf(`${heading} 1.0`, names);
  const owners = words.filter(({ kind }) => kind === 'owner');
  return owners.length === 1 ? lastOwner(owners) : undefined;
}

function lastOwner(words: readonly Word[]): Owner | undefined {
  const found = words.findLast((word) => word.kind === 'owner');
  return found?.kind === 'owner' && found.owner !== 'other' ? found.owner : undefined;
}

function contextOf(
  words: readonly Word[],
  next: readonly Word[] | undefined,
  { role }: ReadLine,
): Context {
  const cuesIn = (all: readonly Word[]) =>
    new Set(all.flatMap((word) => (word.kind === 'cue' ? [word.cue] : [])));
  const own = cuesIn(words);
  // What the next clause says belongs to this one, unless it has a version of its own.
  const later = cuesIn(next?.some(({ kind }) => kind === 'version') ? [] : (next ?? []));
  const has = (cue: Cue) => own.has(cue);
  return {
    has,
    endsWell: has('fixed') || has('fine') || later.has('fixed') || later.has('fine'),
    isAlone: words.filter(({ kind }) => kind === 'version').length === 1,
    isWayOut: WAYS_OUT.has(role),
    isAboutFault:
      has('affected') || has('unsupported') || later.has('affected') || role === 'affected',
    endsInUpgrade: later.has('upgrade'),
    isEnvironment: role === 'environment',
  };
}

function clauseClaims(
  words: readonly Word[],
  context: Context,
  line: ReadLine,
  inherited: Owner | undefined,
): Claim[] {
  const claims: Claim[] = [];
  const versions = words.flatMap((word, at) => (word.kind === 'version' ? [{ word, at }] : []));
  for (let index = 0; index < versions.length; index++) {
    const version = versions[index];
    if (!version) break;
    const own = ownerOf(words, version.at);
    // `Python 3.10. 0.57.1 does not leak`: not Python's any more.
    const isOther = inherited === PYTHON && !/^[23]\./.test(version.word.text);
    const owner = own ?? (isOther ? undefined : inherited);
    const claim = (word: VersionWord, verdict: Verdict): Claim => ({
      kind: verdict.kind,
      isSure: verdict.isSure,
      version: word.text,
      line: line.number,
      isFreeThreaded: word.isFreeThreaded,
      isNamed: own !== undefined,
      ...(line.role && { role: line.role }),
      ...(owner !== undefined && { owner }),
    });
    const place = placeOf(words, version.at);
    const other = versions[index + 1];
    const range = other && rangeOf(words, version.at, other.at);
    if (other && range) {
      const verdicts = rangeVerdicts(range, place, placeOf(words, other.at), context);
      claims.push(...verdicts.map((one) => claim(one.isEnd ? other.word : version.word, one)));
      index++;
      continue;
    }
    const verdict = verdictOf(place, context);
    if (!verdict) continue;
    claims.push(claim(version.word, verdict));
    if (version.word.isSeries && verdict.kind === 'introduced') {
      claims.push(claim(version.word, { kind: 'last', isSure: false }));
    }
  }
  return claims;
}
