import type { Locale } from '../../domain/vocabulary.ts';
import { auditReportWords } from '../../i18n/audit-report-words.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { PackageEvaluation } from '../../domain/affected/evaluate-package.ts';
import type { VerdictReason } from '../../domain/affected/verdict-reason.ts';

/** A fact that an unknown verdict depends on. */
interface MissingFact {
  name: string;
  /** Option that supplies it, with an example. */
  option?: string;
}

const OPTIONS = {
  python: '--python 3.12.4',
  'python-micro': '--python 3.13.4',
  platform: '--platform linux',
  build: '--build gil',
} as const;

/**
 * Describes what to do about one package of a finding, as the end of an English sentence.
 *
 * @param evaluation `undefined` for a fault of Python itself
 */
export function describeFix(finding: AuditFinding, evaluation?: PackageEvaluation): string {
  if (finding.verdict === 'unknown') return `depends on ${describeMissing([finding], 'en')}`;
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
export function describeMissing(findings: readonly AuditFinding[], language: Locale): string {
  const words = auditReportWords[language];
  const facts = findings.flatMap(({ because }) =>
    because.map((reason) => missingFact(reason, language)),
  );
  const names = [...new Set(facts.map(({ name }) => name))];
  const options = [...new Set(facts.flatMap(({ option }) => option ?? []))];
  const text = words.listOfFacts(names.slice(0, MAX_NAMES), names.length - MAX_NAMES);
  return options.length === 0 ? text : words.pass(text, options.join(' '));
}

/** Maximum number of facts that are named; they fit on two lines. */
const MAX_NAMES = 5;

function missingFact(reason: VerdictReason, language: Locale): MissingFact {
  const { facts, versionOf } = auditWords[language];
  if (reason.code === 'missing') {
    return reason.fact === 'version'
      ? { name: versionOf(reason.name) }
      : { name: facts[reason.fact], option: OPTIONS[reason.fact] };
  }
  if (reason.code !== 'invalid') return { name: reason.code };
  const subject = reason.fact === 'python' ? 'Python' : reason.name;
  const { invalidVersion } = auditReportWords[language];
  return { name: invalidVersion(subject, reason.text, reason.allowed) };
}
