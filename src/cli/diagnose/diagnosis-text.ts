import type { FaultCard, PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { Finding } from '../../diagnosis/diagnose.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../../domain/addresses/addresses.ts';
import { evaluateFault } from '../../domain/affected/evaluate-fault.ts';
import type { LastError } from '../../diagnosis/unknown/last-error.ts';
import { describeEnvironment } from '../../domain/environment/describe-environment.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import { machineIn } from '../../domain/environment/machine-in.ts';
import { truncate } from '../../domain/text/truncate.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { commandWords } from '../../i18n/command-words.ts';
import { nextSteps } from '../../i18n/next-steps.ts';
import { versionLine } from '../../i18n/version-line.ts';
import { oneLine, styleText } from '../shared/output.ts';
import type { PasteDiagnosis } from './diagnose-paste.ts';
import { addressLine, COLUMNS, faultHead, INDENT, wrapped } from '../shared/terminal-text.ts';

/** Number of findings that fit on one screen. */
export const DEFAULT_FINDINGS = 3;

type TextKnowledge = Pick<PublishedKnowledge, 'cards' | 'site' | 'language'>;

/**
 * Formats a diagnosis for a terminal: the first finding with its fix and evidence, the others with their fix, so that
 * three findings fit on one screen.
 */
export function diagnosisText(
  { findings, environment, lastError }: PasteDiagnosis,
  knowledge: TextKnowledge,
): string {
  const { language } = knowledge;
  const words = commandWords[language];
  const [first, ...others] = findings;
  if (!first) return unknownText(environment, language, lastError);
  const own = knowledge.cards[first.id];
  return [
    ...headOf(first, levelOf(first, language), knowledge),
    ...(own ? versionLines(own, environment, language) : []),
    cutLine(`${words.line(first.line.number)}: ${first.line.text}`),
    addressOf(first, knowledge),
    ...others.flatMap((finding) => [
      '',
      ...headOf(
        finding,
        finding.isShared ? browserWords[language].shared : words.similar,
        knowledge,
      ),
      addressOf(finding, knowledge),
    ]),
  ].join('\n');
}

/** Says that an error is unknown, what was read, and what usually helps with an error of its kind. */
function unknownText(environment: Environment, language: Locale, lastError?: LastError): string {
  const { unknown, read, lastErrorLine, usualSteps } = commandWords[language];
  const machine = describeEnvironment(environment);
  return [
    styleText('bold', unknown),
    ...(lastError ? [cutLine(`${lastErrorLine}: ${lastError.line}`)] : []),
    ...(machine === '' ? [] : [wrapped(`${read}: ${machine}`, INDENT)]),
    ...(lastError
      ? [
          '',
          usualSteps,
          ...nextSteps[language][lastError.kind].map((step, index) =>
            wrapped(`${index + 1}. ${step}`, INDENT),
          ),
        ]
      : []),
  ].join('\n');
}

/** Formats a line of a log, cut to the width of the terminal. */
const cutLine = (line: string) =>
  INDENT + truncate(oneLine(line), COLUMNS - INDENT.length - '...'.length);

function levelOf({ isShared, confidence }: Finding, language: Locale): string {
  const { confidence: levels, shared } = browserWords[language];
  return isShared ? shared : levels[confidence];
}

function headOf({ id }: Finding, level: string, { cards }: TextKnowledge): string[] {
  const { title = id, fix } = cards[id] ?? {};
  return faultHead(level, { id, title, fix });
}

/** Returns what the versions in the paste mean, if they decide anything. */
function versionLines(card: FaultCard, environment: Environment, language: Locale): string[] {
  const machine = machineIn(environment);
  if (!machine) return [];
  // A paste names some of the installed packages.
  const evaluation = evaluateFault(card, { ...machine, isComplete: false });
  if (evaluation.verdict === 'unknown' || evaluation.verdict === 'possible') return [];
  const { headline, text } = versionLine(evaluation, environment.python, language);
  return [wrapped(headline + text, INDENT)];
}

function addressOf({ id }: Finding, { site, language }: TextKnowledge): string {
  return addressLine(absoluteAddress(site, localizedPath(permalinkPath(id), language)));
}
