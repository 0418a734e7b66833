import type { AuditFault } from '../../audit/audit-fault.ts';
import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { AuditOutcome } from './audit-outcome.ts';

/**
 * Returns the answer for `--json`. The shape is a contract: fields are added, never renamed or removed, unless
 * `version` grows.
 *
 * - `machine`: `python`, `platform` and `build` are absent when unknown; `interpreter` is the path of the interpreter that
 *   was asked, if any
 * - `sources`: what was recognized; lines are 1-based, `file` is absent for the standard input
 * - `findings`: worst symptom first, then `affected` before `unknown`, then by id. `because` lists the facts
 *   that a verdict `unknown` depends on. A package has the verdict `affected`, `fixed`, `older`, `unknown` (no version) or
 *   `invalid` (not a version of its ecosystem); `moveTo` is the first later version without the fault, absent when
 *   there is none. `moveToPython` is the same for a fault of Python itself
 * - `possible`: faults that concern the installed packages without affecting them: no release has the fault, or it occurs
 *   while a package is built that is installed already
 * - `plan`: the `upgrades` that clear the findings, each to the first version without the faults in `clears`; `remaining`
 *   lists the faults that affect the environment after the upgrades, too
 * - `hidden`: number of faults of installed versions that this Python, platform or build rules out
 * - `fixed`: number of faults that the installed versions no longer have
 * - `ignored`, `known`: number of findings left out by `--ignore` and by the baseline
 * - `notUnderstood`, `notFollowed`: lines that were skipped, and references to other files
 */
export function auditJson({ inventory, report, findings, plan, cards, ...outcome }: AuditOutcome) {
  const { interpreter, ignored, known, site } = outcome;
  const { python, platform, build, packages, recognized, notUnderstood, notFollowed } = inventory;
  return {
    version: 1,
    machine: { python, platform, build, packages: packages.length, interpreter },
    sources: recognized.map(({ file, kind, line, lastLine, packages: count }) => ({
      file,
      kind,
      lines: [line, lastLine],
      packages: count,
    })),
    findings: findings.map(({ fault, verdict, because, packages: own, moveToPython, seenIn }) => ({
      ...aboutFault(fault, site),
      cause: fault.cause,
      fix: cards[fault.id]?.fix,
      verdict,
      because,
      packages: own.map(({ ecosystem, name, version, verdict: ownVerdict, moveTo, places }) => ({
        ecosystem,
        name,
        version,
        verdict: ownVerdict,
        moveTo,
        places,
      })),
      moveToPython,
      seenIn,
    })),
    possible: report.possible.map((fault) => aboutFault(fault, site)),
    plan,
    hidden: report.ruledOut,
    fixed: report.fixed,
    ignored,
    known,
    notUnderstood,
    notFollowed,
  };
}

function aboutFault({ id, slug, title, symptom, status }: AuditFault, site: string) {
  return { id, slug, url: absoluteAddress(site, permalinkPath(id)), title, symptom, status };
}
