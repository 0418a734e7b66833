import type { FaultEvaluation, Verdict } from '../domain/affected/evaluate-fault.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { answerWords } from './answer-words.ts';
import { describeAnswer } from './describe-answer.ts';

/** Whether the versions that a paste shows have the fault, in one line. */
export interface VersionLine {
  verdict: Verdict;
  /** A sentence, with the space before the text. */
  headline: string;
  text: string;
}

/**
 * Puts an evaluation into one line. What to upgrade to is left to the fix beside it.
 *
 * @param python version of Python that the paste shows
 */
export function versionLine(
  evaluation: FaultEvaluation,
  python: string | undefined,
  locale: Locale,
): VersionLine {
  const words = answerWords[locale];
  const answer = describeAnswer(evaluation, words);
  const { verdict, lines } = answer;
  const isChinese = locale === 'zh';
  const headline = answer.headline + (isChinese ? '。' : '. ');
  if (verdict === 'affected') {
    return { verdict, headline, text: words.have(affectedVersions(evaluation, python)) };
  }
  const text = verdict === 'fixed' ? [...lines, words.otherInstallation] : lines;
  return { verdict, headline, text: text.join(isChinese ? '' : ' ') };
}

/** Returns the affected packages, and what they do not work with; of a fault of Python itself its version. */
function affectedVersions({ packages }: FaultEvaluation, python = ''): string[] {
  const affected = packages.filter(({ verdict }) => verdict === 'affected');
  if (affected.length === 0) return [`Python ${python}`];
  const installed = affected.flatMap(({ name, version = '', beside = [] }) => [
    `${name} ${version}`,
    ...beside.map((partner) => `${partner.name} ${partner.version}`),
  ]);
  return [...new Set(installed)];
}
