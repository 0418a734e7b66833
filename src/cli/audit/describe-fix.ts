import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { PackageEvaluation } from '../../domain/affected/evaluate-package.ts';
import type { VerdictReason } from '../../domain/affected/verdict-reason.ts';

/** A fact that an unknown verdict depends on. */
interface MissingFact {
  name: string;
  /** Option that supplies it, with an example. */
  option?: string;
}

const MISSING = {
  python: { name: 'the Python version', option: '--python 3.12.4' },
  'python-micro': { name: 'the exact Python release', option: '--python 3.13.4' },
  platform: { name: 'the platform', option: '--platform linux' },
  build: { name: 'the Python build', option: '--build gil' },
} as const satisfies Record<string, MissingFact>;

/**
 * Describes what to do about one package of a finding, as the end of a sentence.
 *
 * @param evaluation `undefined` for a fault of Python itself
 */
export function describeFix(finding: AuditFinding, evaluation?: PackageEvaluation): string {
  if (finding.verdict === 'unknown') return `depends on ${describeMissing([finding])}`;
  const target = evaluation ? evaluation.moveTo : finding.moveToPython;
  const upgrade = target === undefined ? undefined : `upgrade to ${target} or later`;
  const { beside = [] } = evaluation ?? {};
  if (beside.length > 0) {
    const others = beside.map(({ name, version }) => `${name} ${version}`).join(', ');
    return `affected with ${others}; ${upgrade ?? 'see "What to do" in the article'}`;
  }
  return upgrade ?? 'no fixed release yet, see "What to do" in the article';
}

/** Names the facts that undecided findings depend on, and the options that supply them. */
export function describeMissing(findings: readonly AuditFinding[]): string {
  const facts = findings.flatMap(({ because }) => because.map(missingFact));
  const names = [...new Set(facts.map(({ name }) => name))];
  const options = [...new Set(facts.flatMap(({ option }) => option ?? []))];
  const text = listOf(names.slice(0, MAX_NAMES), names.length - MAX_NAMES);
  return options.length === 0 ? text : `${text}: pass ${options.join(' ')}`;
}

/** Maximum number of facts that are named; they fit on two lines. */
const MAX_NAMES = 5;

function listOf(names: readonly string[], more: number): string {
  const all = more > 0 ? [...names, `${more} more`] : names;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function missingFact(reason: VerdictReason): MissingFact {
  if (reason.code === 'missing') {
    return reason.fact === 'version'
      ? { name: `the version of ${reason.name}` }
      : MISSING[reason.fact];
  }
  if (reason.code !== 'invalid') return { name: reason.code };
  const subject = reason.fact === 'python' ? 'Python' : reason.name;
  return { name: `the version of ${subject} (found ${reason.text}; allowed: ${reason.allowed})` };
}
