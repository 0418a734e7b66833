import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { AuditOutcome } from './audit-outcome.ts';

/**
 * Returns the answer for `--json`. The shape is a contract: fields are added, never renamed or removed, unless
 * `version` grows.
 *
 * - `machine`: `python`, `platform` and `build` are absent when unknown
 * - `sources`: what was recognized; lines are 1-based, `file` is absent for the standard input
 * - `findings`: worst symptom first, then `affected` before `unknown`, then by id. `because` lists the facts
 *   that a verdict `unknown` depends on. A package has the verdict `affected`, `fixed`, `older`, `unknown` (no version) or
 *   `invalid` (not a version of its ecosystem); `moveTo` is the first later version without the fault, absent when
 *   there is none. `moveToPython` is the same for a fault of Python itself
 * - `hidden`: number of faults of installed versions that this Python, platform or build rules out
 * - `fixed`: number of faults that the installed versions no longer have
 * - `ignored`, `known`: number of findings left out by `--ignore` and by the baseline
 * - `notUnderstood`, `notFollowed`: lines that were skipped, and references to other files
 */
export function auditJson({ inventory, report, findings, ignored, known, site }: AuditOutcome) {
  const { python, platform, build, packages, recognized, notUnderstood, notFollowed } = inventory;
  return {
    version: 1,
    machine: { python, platform, build, packages: packages.length },
    sources: recognized.map(({ file, kind, line, lastLine, packages: count }) => ({
      file,
      kind,
      lines: [line, lastLine],
      packages: count,
    })),
    findings: findings.map(({ fault, verdict, because, packages: own, moveToPython, seenIn }) => ({
      id: fault.id,
      slug: fault.slug,
      url: absoluteAddress(site, permalinkPath(fault.id)),
      title: fault.title,
      symptom: fault.symptom,
      status: fault.status,
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
    hidden: report.ruledOut,
    fixed: report.fixed,
    ignored,
    known,
    notUnderstood,
    notFollowed,
  };
}
