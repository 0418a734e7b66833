/** How a release behaves: `unknown` if it cannot be installed, or does what neither side expects. */
export type Verdict = 'broken' | 'fixed' | 'unknown';

/** A change of the verdict between two releases with nothing known between them. */
export interface Change {
  /** Index of the last release with the earlier verdict. */
  before: number;
  /** Index of the first release with the later verdict. */
  after: number;
}

/**
 * Finds all places where the verdict of releases changes. Tries the seeds, then the middle between two neighbors with different
 * verdicts until no release is left between them. A fault can come and go, so the seeds should include a release of
 * every minor line.
 *
 * @param count number of releases, the oldest first
 * @param seeds indexes to try first
 * @param test called once for each release tried
 * @returns verdicts by index, in the order of the indexes
 */
export async function bisectReleases(
  count: number,
  seeds: readonly number[],
  test: (index: number) => Promise<Verdict>,
): Promise<Map<number, Verdict>> {
  const verdicts = new Map<number, Verdict>();
  const run = async (index: number) => {
    if (index >= 0 && index < count && !verdicts.has(index)) {
      verdicts.set(index, await test(index));
    }
  };
  for (const seed of seeds) await run(seed);
  for (;;) {
    const next = [...changes(verdicts), ...edgesOfUnknown(verdicts)]
      .map(untriedBetween(verdicts))
      .find((index) => index !== undefined);
    if (next === undefined) break;
    await run(next);
  }
  return new Map([...verdicts].sort(([a], [b]) => a - b));
}

/** Returns the changes of the verdict; releases of unknown behavior are skipped. */
export function changes(verdicts: ReadonlyMap<number, Verdict>): Change[] {
  const known = [...verdicts]
    .filter(([, verdict]) => verdict !== 'unknown')
    .sort(([a], [b]) => a - b);
  return known.flatMap(([after, verdict], position) => {
    const [before, earlier] = known[position - 1] ?? [after, verdict];
    return earlier === verdict ? [] : [{ before, after }];
  });
}

/**
 * Returns the places between a broken release and one of unknown behavior, or before the oldest one tried: the first broken
 * release may be there.
 */
function edgesOfUnknown(verdicts: ReadonlyMap<number, Verdict>): Change[] {
  const tried = [...verdicts].sort(([a], [b]) => a - b);
  return tried.flatMap(([after, verdict], position) => {
    const [before, earlier] = tried[position - 1] ?? [-1, 'unknown'];
    const isEdge = earlier !== verdict && [earlier, verdict].includes('broken');
    return isEdge ? [{ before, after }] : [];
  });
}

/** Returns the index nearest to the middle of a change that was not tried. */
const untriedBetween =
  (verdicts: ReadonlyMap<number, Verdict>) =>
  ({ before, after }: Change): number | undefined => {
    const middle = (before + after) / 2;
    const untried: number[] = [];
    for (let index = before + 1; index < after; index++) {
      if (!verdicts.has(index)) untried.push(index);
    }
    return untried.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  };

/** A range of broken releases. */
export interface BrokenRange {
  /** Index of the first broken release. */
  introduced: number;
  /** True if the releases before do not run, so that the fault may be older. */
  isOlder: boolean;
  /** Index of the first release that works again; `undefined` if none is known. */
  fixed: number | undefined;
  /** Index of the last broken release, if later ones were tried and none is known to work or to be broken. */
  unknownAfter?: number;
}

/** Returns the ranges of broken releases. */
export function brokenRanges(verdicts: ReadonlyMap<number, Verdict>): BrokenRange[] {
  const ranges: BrokenRange[] = [];
  const tried = [...verdicts].sort(([a], [b]) => a - b);
  let previous: Verdict = 'unknown';
  let lastKnown = -1;
  for (const [index, verdict] of tried) {
    if (verdict === 'unknown') continue;
    if (verdict === 'broken' && previous !== 'broken') {
      const isOlder = previous === 'unknown' && index > 0;
      ranges.push({ introduced: index, isOlder, fixed: undefined });
    }
    const last = ranges.at(-1);
    if (verdict === 'fixed' && previous === 'broken' && last) last.fixed = index;
    previous = verdict;
    lastKnown = index;
  }
  const last = ranges.at(-1);
  if (last && previous === 'broken' && lastKnown !== tried.at(-1)?.[0]) {
    last.unknownAfter = lastKnown;
  }
  return ranges;
}
