import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { AuditOutcome } from './audit-outcome.ts';

/**
 * Formats the result for `--json`. Scripts rely on it: fields are added, never renamed or removed, unless `version`
 * increases.
 *
 * - `machine`: `python`, `platform` and `build` are absent if unknown
 * - `sources`: the recognized parts of the input; lines are 1-based, `file` is absent for standard input
 * - `findings`: worst symptom first, then affected before unknown, then by id. `verdict` is `affected` or `unknown`;
 *   `because` lists what is missing for the latter. The `verdict` of a package is `affected`, `fixed`, `older`, `unknown`
 *   (without a version) or `invalid` (not a version of its ecosystem); `moveTo` is the first later version without the
 *   fault, absent if there is none. `moveToPython` is the same for a fault of Python itself.
 * - `hidden`: number of faults of installed versions that do not occur with this Python, platform or build
 * - `fixed`: number of faults that are fixed in the installed versions
 * - `ignored`, `known`: number of findings left out by `--ignore` and by the baseline
 * - `notUnderstood`, `notFollowed`: lines that were not recognized, and references to other files
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
