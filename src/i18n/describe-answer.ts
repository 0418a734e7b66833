import type { FaultEvaluation, Verdict } from '../domain/affected/evaluate-fault.ts';
import type { VerdictReason } from '../domain/affected/verdict-reason.ts';
import type { PackageEvaluation } from '../domain/affected/evaluate-package.ts';
import type { AnswerWords } from './answer-words.ts';

/** An answer in one language. */
export interface DescribedAnswer {
  verdict: Verdict;
  headline: string;
  /** Reasons for the verdict, and what to upgrade to. */
  lines: string[];
}

/** Puts the answer to "Am I affected?" into words. */
export function describeAnswer(answer: FaultEvaluation, words: AnswerWords): DescribedAnswer {
  const { verdict, because, packages, moveToPython } = answer;
  const isRuledOut = because.some(({ code }) => code === 'ruled-out');
  // If Python or the platform rules the fault out, versions do not matter. Missing versions are among the reasons.
  const told = packages.filter(
    (one) => !isRuledOut && !['unknown', 'depends', 'invalid'].includes(one.verdict),
  );
  return {
    verdict,
    headline: words.verdicts[verdict],
    lines: [
      ...told.map((one) => describePackage(one, words)),
      ...because.flatMap((reason) => describeReason(reason, told, words)),
      ...(moveToPython === undefined ? [] : [words.moveToPython(moveToPython)]),
    ],
  };
}

function describePackage(answer: PackageEvaluation, words: AnswerWords): string {
  const { verdict, name, version = '', moveTo } = answer;
  if (verdict === 'invalid') return words.invalidVersion(version, answer.ecosystem);
  if (verdict !== 'affected') return words.packages[verdict](name, version);
  const { beside } = answer;
  const said = beside
    ? words.incompatible(
        name,
        version,
        beside.map((one) => `${one.name} ${one.version}`).join(', '),
      )
    : words.packages.affected(name, version);
  if (moveTo !== undefined) return said + words.moveTo(moveTo);
  return said + (beside ? words.noPartner : words.noRelease);
}

function describeReason(
  reason: VerdictReason,
  told: readonly PackageEvaluation[],
  words: AnswerWords,
): string[] {
  switch (reason.code) {
    case 'ruled-out':
      return [words.ruledOut[reason.by]];
    case 'older':
      return told.length > 0 ? [] : [words.older];
    case 'absent':
    case 'compatible':
      return [];
    case 'missing':
      return [
        reason.fact === 'version' ? words.missingVersion(reason.name) : words.missing[reason.fact],
      ];
    case 'invalid':
      return [
        reason.fact === 'python'
          ? words.invalidPython(reason.text)
          : words.invalidVersion(reason.text, reason.ecosystem),
      ];
  }
}
