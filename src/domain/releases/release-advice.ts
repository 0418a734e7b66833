import { pythonVersions } from '../versions/python-series.ts';
import type { ReleaseRow } from './defect-table.ts';

/** A release with the number of its known defects on an interpreter. */
export interface CountedDefects {
  version: string;
  defects: number;
}

/** The choice of releases on one interpreter, or on a sequence of them. */
export interface ReleaseAdvice {
  /** The first and the last interpreter of the sequence, or the only one. */
  pythons: [string, string?];
  /** The newest release that supports them. */
  newest: CountedDefects;
  /** The newest of the releases with the fewest defects. */
  fewest: CountedDefects;
}

/**
 * Returns which release to choose on each interpreter, newest interpreter first, free-threaded builds last. Neighbors with
 * the same answer are one entry.
 */
export function adviseReleases(rows: readonly ReleaseRow[]): ReleaseAdvice[] {
  const newestFirst = pythonVersions.toReversed();
  const isFreeThreaded = (python: string) => python.endsWith('t');
  return [
    ...adviseOn(
      newestFirst.filter((python) => !isFreeThreaded(python)),
      rows,
    ),
    ...adviseOn(newestFirst.filter(isFreeThreaded), rows),
  ];
}

function adviseOn(pythons: readonly string[], rows: readonly ReleaseRow[]): ReleaseAdvice[] {
  const advice: ReleaseAdvice[] = [];
  for (const python of pythons) {
    const installable = rows.flatMap(({ version, counts }) => {
      const defects = counts.get(python);
      return defects === undefined ? [] : [{ version, defects }];
    });
    const least = Math.min(...installable.map(({ defects }) => defects));
    const newest = installable[0];
    const fewest = installable.find(({ defects }) => defects === least);
    if (!newest || !fewest) continue;
    const previous = advice.at(-1);
    if (previous && isSame(previous.newest, newest) && isSame(previous.fewest, fewest)) {
      previous.pythons = [python, previous.pythons[1] ?? previous.pythons[0]];
    } else {
      advice.push({ pythons: [python], newest, fewest });
    }
  }
  return advice;
}

const isSame = (a: CountedDefects, b: CountedDefects) =>
  a.version === b.version && a.defects === b.defects;
