import { isLatin, type Near, type Place, type Range } from './version-places.ts';
import type { Cue } from './version-words.ts';

/** What is said of a version. */
export type Kind = 'introduced' | 'fixed' | 'last' | 'broken' | 'good';

export interface Verdict {
  kind: Kind;
  /** Said in so many words. */
  isSure: boolean;
}

/** What a clause is about as a whole. */
export interface Context {
  has: (cue: Cue) => boolean;
  /** This clause or the next says that all is well then. */
  endsWell: boolean;
  /** It has no other version. */
  isAlone: boolean;
  /** It stands where a source says what to do. */
  isWayOut: boolean;
  isAboutFault: boolean;
  /** The next clause tells to upgrade. */
  endsInUpgrade: boolean;
  /** It stands where a source lists what was installed. */
  isEnvironment: boolean;
}

const sure = (kind: Kind): Verdict => ({ kind, isSure: true });
const maybe = (kind: Kind): Verdict => ({ kind, isSure: false });

/** What a version is that stands alone; `undefined` where nothing is said of the fault. */
export function verdictOf(place: Place, context: Context): Verdict | undefined {
  const { word, before, after, operator } = place;
  const { has, isAboutFault } = context;
  const isSupport = has('supported') && !has('unsupported');
  const follows = (cue: Cue, reach: number) => isOwn(after, cue, reach);
  const precedes = (cue: Cue, reach: number) =>
    before.some((near) => near.cue === cue && near.distance <= reach);
  const isFine = context.isAlone ? has('fine') : follows('fine', 48) || precedes('fine', 24);
  const first = before.find(({ cue }) => cue !== 'and' && cue !== 'to');
  const close = after[0] && after[0].distance <= 8 ? after[0] : undefined;

  if (has('unfixed')) return maybe('broken');
  if (operator !== undefined) return operatorVerdict(operator, place, context);
  if (context.isEnvironment) return maybe('broken');
  if (close?.cue === 'earlier') {
    return isFine ? maybe('good') : { kind: 'last', isSure: isAboutFault };
  }
  if (close?.cue === 'before' || (first?.cue === 'before' && first.distance <= 16)) {
    if (precedes('upgrade', 12)) return undefined;
    return isFine ? maybe('introduced') : { kind: 'fixed', isSure: isAboutFault };
  }
  const isUpgrade = first?.cue === 'upgrade' || (precedes('upgrade', 30) && first?.cue !== 'fixed');
  const isAfterwards =
    follows('after', 8) ||
    /^(?:之|以)?后/.test(close?.text ?? '') ||
    precedes('after', 48) ||
    precedes('since', 48);
  if (isUpgrade && isAfterwards) return context.endsWell ? sure('fixed') : maybe('introduced');
  const isFixed = precedes('fixed', 48) && first?.cue !== 'upgrade' && !follows('begin', 12);
  if (follows('fixed', 20) || isFixed) return word.isSeries ? undefined : sure('fixed');
  if (close?.cue === 'later' || word.isOpen) {
    if (isSupport) return maybe('good');
    const isGood = isFine || has('fixed') || isUpgrade || context.isWayOut;
    return isGood
      ? { kind: 'fixed', isSure: !isUpgrade }
      : { kind: 'introduced', isSure: isAboutFault };
  }
  if (isUpgrade || first?.cue === 'use') {
    if (context.isWayOut || context.endsWell) return maybe('fixed');
    return isUpgrade ? undefined : maybe('broken');
  }
  if (first?.cue === 'downgrade') return maybe('good');
  if (isBeginning(first, follows)) return isFine ? sure('fixed') : sure('introduced');
  if (isFine) return maybe('good');
  if (isSupport) return undefined;
  if (context.isWayOut && context.endsInUpgrade) return maybe('fixed');
  if (word.isSeries && isAboutFault) return maybe('introduced');
  return { kind: 'broken', isSure: isAboutFault };
}

/** Behind an `and` another version is spoken of. */
function isOwn(after: readonly Near[], cue: Cue, reach: number): boolean {
  const found = after.findIndex((near) => near.cue === cue);
  const isOther = after
    .slice(0, Math.max(found, 0))
    .some(({ cue, text }) => cue === 'and' && isLatin(text));
  return found >= 0 && !isOther && (after[found]?.distance ?? Infinity) <= reach;
}

/** `since 3.0`, `introduced in 3.0`, `从 3.0 开始`; `from 3.0` alone says too little. */
function isBeginning(
  first: Near | undefined,
  follows: (cue: Cue, reach: number) => boolean,
): boolean {
  if (follows('begin', 16)) return true;
  if (first?.cue === 'begin') return first.distance <= 24;
  const isSince = first?.cue === 'since' && first.distance <= 24;
  return isSince && isLatin(first.text) && first.text.toLowerCase() !== 'from';
}

/** `>=3.0,<3.1`: of what has the fault, or of what is to be installed. */
function operatorVerdict(
  operator: string,
  { before }: Place,
  { isWayOut, has, isEnvironment, endsWell }: Context,
): Verdict | undefined {
  if (isEnvironment) return undefined;
  const isPin = before.some(({ cue }) => cue === 'downgrade');
  const isAdvice = isPin || has('upgrade') || endsWell || isWayOut;
  const isFault = has('affected');
  if (operator.startsWith('>')) {
    if (has('supported') && !has('unsupported')) return undefined;
    return isAdvice ? maybe('fixed') : { kind: 'introduced', isSure: isFault };
  }
  if (operator === '<') return isAdvice ? maybe('introduced') : { kind: 'fixed', isSure: isFault };
  if (operator === '<=') return isAdvice ? maybe('good') : { kind: 'last', isSure: isFault };
  if (!isAdvice) return maybe('broken');
  return endsWell && !isPin ? maybe('fixed') : undefined;
}

/** What the two ends of a range are. */
export type RangeVerdict = Verdict & { isEnd: boolean };

const REGRESSION = /^regress|^broke/i;

/** What `3.0.0 to 3.0.10` says: where the fault begins and ends, or from what to what somebody went. */
export function rangeVerdicts(
  range: Range,
  start: Place,
  end: Place,
  context: Context,
): RangeVerdict[] {
  const { has, isAboutFault } = context;
  const at = (isEnd: boolean, verdict: Verdict): RangeVerdict => ({ isEnd, ...verdict });
  const isRegression = start.before.some(
    ({ cue, text }) => cue === 'begin' && REGRESSION.test(text),
  );
  if (range === 'to' && isRegression)
    return [at(false, maybe('good')), at(true, sure('introduced'))];
  if (range === 'to' && has('upgrade')) {
    return context.endsWell || context.isWayOut
      ? [at(false, maybe('broken')), at(true, { kind: 'fixed', isSure: context.endsWell })]
      : [at(false, maybe('good')), at(true, maybe('introduced'))];
  }
  if (start.before[0]?.cue === 'fixed' || end.after[0]?.cue === 'fixed') {
    if (range === 'to') return [at(true, maybe('fixed'))];
    return [at(false, sure('fixed')), at(true, sure('fixed'))];
  }
  if (has('fine') || (has('supported') && !has('unsupported'))) return [];
  const areSeen = context.isEnvironment || (range === 'and' && !isAboutFault);
  if (areSeen) return [at(false, maybe('broken')), at(true, maybe('broken'))];
  const begin = at(false, { kind: 'introduced', isSure: isAboutFault });
  if (end.word.isOpen || end.after[0]?.cue === 'later') return [begin];
  const isBefore = end.after[0]?.cue === 'before' && end.after[0].distance <= 6;
  return [begin, at(true, { kind: isBefore ? 'fixed' : 'last', isSure: isAboutFault })];
}
