import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { AuditOutcome } from './audit-outcome.ts';

/**
 * The answer for programs (`--json`). A contract: fields are added, never renamed or removed, unless `version` grows.
 *
 * - `machine`: what is known of it; `python`, `platform` and `build` are absent where nothing is
 * - `sources`: what was read as what; lines are 1-based, `file` is absent for the standard input
 * - `findings`: worst symptom first, then affected before unknown, then by id. `verdict` is `affected` or `unknown`,
 *   `because` says what is missing for the latter. Of a package, `verdict` is `affected`, `fixed`, `older`, `unknown`
 *   (no version) or `invalid` (no version of its ecosystem); `moveTo` is the first later version without the fault,
 *   absent where there is none. `moveToPython` is the same for a fault of Python itself.
 * - `hidden`: faults of installed versions that do not occur with this Python, on this platform, with this build
 * - `fixed`: faults that the installed versions no longer have
 * - `ignored`, `known`: findings left out by `--ignore` and by the baseline
 * - `notUnderstood`, `notFollowed`: lines that were of no use, and references to other files
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
      packages: own.map(({ ecosystem, name, version, verdict: said, moveTo, places }) => ({
        ecosystem,
        name,
        version,
        verdict: said,
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
