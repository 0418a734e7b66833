import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { PackageEvaluation } from '../../domain/affected/evaluate-package.ts';
import type { VerdictReason } from '../../domain/affected/verdict-reason.ts';

/** Facts that an unknown verdict depends on, with the option that supplies each. */
const MISSING = {
  python: 'the Python version (--python 3.12.4)',
  'python-micro': 'the exact Python release (--python 3.13.4)',
  platform: 'the platform (--platform linux)',
  build: 'the Python build (--build gil, or --python 3.13t)',
} as const;

/**
 * Describes what to do about one package of a finding.
 *
 * @param evaluation `undefined` for a fault of Python itself
 */
export function describeFix(
  { verdict, because, moveToPython }: AuditFinding,
  evaluation?: PackageEvaluation,
): string {
  if (verdict === 'unknown') return `depends on ${because.map(missing).join(', ')}`;
  const target = evaluation ? evaluation.moveTo : moveToPython;
  return target === undefined
    ? 'no fixed release yet, see "What to do" in the article'
    : `upgrade to ${target} or later`;
}

function missing(reason: VerdictReason): string {
  if (reason.code === 'invalid') {
    const subject = reason.fact === 'python' ? 'Python' : reason.name;
    return `the version of ${subject} (found ${reason.text}; allowed: ${reason.allowed})`;
  }
  if (reason.code !== 'missing') return reason.code;
  return reason.fact === 'version' ? `the version of ${reason.name}` : MISSING[reason.fact];
}
