import type { FaultCard, PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { Finding } from '../../diagnosis/diagnose.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../../domain/addresses/addresses.ts';
import { evaluateFault } from '../../domain/affected/evaluate-fault.ts';
import { describeEnvironment } from '../../domain/environment/describe-environment.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import { machineIn } from '../../domain/environment/machine-in.ts';
import { truncate } from '../../domain/text/truncate.ts';
import { answerFault } from '../../domain/lookup/answer-fault.ts';
import type { InstallCommand, Reader } from '../../domain/lookup/fill-answer.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { commandWords } from '../../i18n/command-words.ts';
import { lookupWords } from '../../i18n/lookup-words.ts';
import { guides, nextSteps } from '../../i18n/next-steps.ts';
import { versionLine } from '../../i18n/version-line.ts';
import { alignColumns } from '../shared/align-columns.ts';
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
  { findings, environment, lastError, unknownNames }: PasteDiagnosis,
  knowledge: TextKnowledge,
): string {
  const { language } = knowledge;
  const words = commandWords[language];
  const [first, ...others] = findings;
  if (!first) return unknownText({ environment, lastError, unknownNames }, knowledge);
  const reader = { locale: language, system: environment.system };
  const own = knowledge.cards[first.id];
  return [
    ...headOf(first, levelOf(first, language), knowledge, reader),
    ...(own ? versionLines(own, environment, language) : []),
    cutLine(`${words.line(first.line.number)}: ${first.line.text}`),
    addressOf(first, knowledge),
    ...others.flatMap((finding) => [
      '',
      ...headOf(
        finding,
        finding.isShared ? browserWords[language].shared : words.similar,
        knowledge,
        reader,
      ),
      addressOf(finding, knowledge),
    ]),
  ].join('\n');
}

/** Says that an error is unknown, what was read, and what usually helps with an error of its kind. */
function unknownText(
  {
    environment,
    lastError,
    unknownNames: [unknownName],
  }: Omit<PasteDiagnosis, 'findings' | 'truncated'>,
  knowledge: TextKnowledge,
): string {
  const { cards, language } = knowledge;
  const { unknown, read, lastErrorLine, usualSteps } = commandWords[language];
  const machine = describeEnvironment(environment);
  const steps = lastError ? nextSteps[language][lastError.kind] : [];
  const guide = lastError && guides[lastError.kind];
  const card = guide === undefined ? undefined : cards[guide];
  return [
    styleText('bold', unknown),
    ...(lastError ? [cutLine(`${lastErrorLine}: ${lastError.line}`)] : []),
    ...(machine === '' ? [] : [wrapped(`${read}: ${machine}`, INDENT)]),
    ...(unknownName
      ? [
          '',
          wrapped(oneLine(lookupWords[language].unknown(unknownName.name)), INDENT),
          wrapped(oneLine(cards[unknownName.id]?.fix.text ?? ''), INDENT),
          addressOf(unknownName, knowledge),
        ]
      : steps.length > 0
        ? [
            '',
            usualSteps,
            ...steps.map((step, index) => wrapped(`${index + 1}. ${step}`, INDENT)),
            ...(guide !== undefined && card
              ? [wrapped(oneLine(card.title), INDENT), addressOf({ id: guide }, knowledge)]
              : []),
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

function headOf(
  { id, named }: Finding,
  level: string,
  { cards, language }: TextKnowledge,
  reader: Omit<Reader, 'names'>,
): string[] {
  const card = cards[id];
  if (!card) return faultHead(level, { id, title: id, fix: undefined });
  const { title, fix, commands } = answerFault(card, named, reader);
  return [...faultHead(level, { id, title, fix }), ...systemLines(commands, language)];
}

/** Lists commands by system, in columns. */
function systemLines(commands: readonly InstallCommand[], language: Locale): string[] {
  const { systems, wheel, unverified } = lookupWords[language];
  const rows = commands.map(({ system, command, isVerified, isWheel }) => [
    INDENT + (isWheel ? wheel : systems[system]),
    isVerified ? command : `${command}  (${unverified})`,
  ]);
  return alignColumns(rows);
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

function addressOf({ id }: Pick<Finding, 'id'>, { site, language }: TextKnowledge): string {
  return addressLine(absoluteAddress(site, localizedPath(permalinkPath(id), language)));
}
