import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { PackageEvaluation } from '../../domain/affected/evaluate-package.ts';
import type { VerdictReason } from '../../domain/affected/evaluate-fault.ts';

/** What a finding that cannot be told hangs on, and how to say it. */
const MISSING = {
  python: 'the version of Python (--python 3.12.4)',
  'python-micro': 'which release of Python it is (--python 3.13.4)',
  platform: 'the platform (--platform linux)',
  build: 'the build of Python (--build gil, or --python 3.13t)',
} as const;

/** What to do about a package of a finding, or about Python. */
export function describeFix(
  { verdict, because, moveToPython }: AuditFinding,
  answer?: PackageEvaluation,
): string {
  if (verdict === 'unknown') return `hangs on ${because.map(missing).join(', ')}`;
  const target = answer ? answer.moveTo : moveToPython;
  return target === undefined ? 'no release is free of it, see what to do' : `move to ${target}`;
}

function missing(reason: VerdictReason): string {
  if (reason.code === 'invalid') {
    const what = reason.fact === 'python' ? 'Python' : reason.name;
    return `the version of ${what}: found ${reason.text}, needed is ${reason.allowed}`;
  }
  if (reason.code !== 'missing') return reason.code;
  return reason.fact === 'version' ? `the version of ${reason.name}` : MISSING[reason.fact];
}
