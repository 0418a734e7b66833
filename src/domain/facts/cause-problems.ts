import { restrictsPython } from '../versions/python-release.ts';
import type { Cause } from '../vocabulary.ts';
import type { AffectedRange } from './affected-schema.ts';

/** The facts that the kind of cause allows or requires. */
interface CauseFacts {
  cause: Cause;
  python: string;
  affected: readonly AffectedRange[];
  concerns: readonly string[];
  compatibility: readonly unknown[];
}

interface CauseProblem {
  path: PropertyKey[];
  message: string;
}

/**
 * Reports facts that contradict the kind of cause: a defect without range, an incompatibility without the other half of the
 * pair, an environment with a range.
 */
export function causeProblems(facts: CauseFacts): CauseProblem[] {
  const { cause, python, affected, concerns, compatibility } = facts;
  const isInReleases = cause === 'defect' || cause === 'incompatibility';
  const problems: CauseProblem[] = [];
  const report = (path: PropertyKey[], message: string) => problems.push({ path, message });

  if (!isInReleases && affected.length > 0) {
    report(
      ['affected'],
      `no range with cause ${cause}, which no release has; name the packages in concerns`,
    );
  }
  if (isInReleases && concerns.length > 0) {
    report(['concerns'], `no package with cause ${cause}; name the releases in affected`);
  }
  if (compatibility.length > 0 && cause !== 'incompatibility') {
    report(['compatibility'], `no table with cause ${cause}`);
  }
  if (cause === 'defect') {
    // The versions of CPython are in python, since it is not a package.
    if (affected.length === 0 && !restrictsPython(python)) {
      report(['affected'], 'the affected ranges of a defect, or python with the affected versions');
    }
    affected.forEach((range, index) => {
      if (range.with)
        report(
          ['affected', index, 'with'],
          'nothing with cause defect; a pair has cause incompatibility',
        );
    });
  }
  if (cause === 'incompatibility') {
    if (affected.length === 0 && compatibility.length === 0) {
      report(['affected'], 'the releases that do not work together, or compatibility');
    }
    affected.forEach((range, index) => {
      if (range.with || range.python !== undefined) return;
      report(['affected', index], 'a range with the other half of the pair in with or python');
    });
  }
  return problems;
}
