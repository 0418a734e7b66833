import { wrapAnsi } from 'fast-wrap-ansi';
import type { FaultCard, PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { Diagnosis, Finding } from '../../diagnosis/diagnose.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../../domain/addresses/addresses.ts';
import { evaluateFault } from '../../domain/affected/evaluate-fault.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import { truncate } from '../../domain/text/truncate.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { commandWords } from '../../i18n/command-words.ts';
import { describeAnswer } from '../../i18n/describe-answer.ts';
import { oneLine, styleText } from '../shared/output.ts';

/** Width of the text in columns. Commands and addresses are not wrapped, so that they can be copied. */
const COLUMNS = 80;
const INDENT = '  ';

type TextKnowledge = Pick<PublishedKnowledge, 'cards' | 'site' | 'language'>;

/**
 * Formats a diagnosis for a terminal: the first finding with its fix and evidence, the others with their fix, so that
 * three findings fit on one screen.
 */
export function diagnosisText(
  { findings, environment }: Diagnosis,
  knowledge: TextKnowledge,
): string {
  const { language } = knowledge;
  const words = commandWords[language];
  const [first, ...others] = findings;
  if (!first) return wrapped(words.unknown, '');
  const own = knowledge.cards[first.id];
  return [
    ...headOf(first, levelOf(first, language), knowledge),
    ...(own ? versionLines(own, environment, language) : []),
    indented(
      truncate(`${words.line(first.line.number)}: ${oneLine(first.line.text)}`, COLUMNS - 4),
    ),
    ...addressOf(first, knowledge),
    ...others.flatMap((finding) => [
      '',
      ...headOf(
        finding,
        finding.isShared ? browserWords[language].shared : words.similar,
        knowledge,
      ),
      ...addressOf(finding, knowledge),
    ]),
  ].join('\n');
}

function levelOf({ isShared, confidence }: Finding, language: Locale): string {
  const { confidence: levels, shared } = browserWords[language];
  return isShared ? shared : levels[confidence];
}

/** Returns the title, the fix and the command. */
function headOf({ id }: Finding, level: string, { cards }: TextKnowledge): string[] {
  const { title = id, fix } = cards[id] ?? {};
  return [
    styleText('bold', wrapped(`${level}: ${title} (${id})`, '')),
    ...(fix ? [wrapped(fix.text, INDENT)] : []),
    ...(fix?.command === undefined ? [] : [INDENT.repeat(2) + styleText('green', fix.command)]),
  ];
}

/** Returns what the versions in the paste mean, if they decide anything. */
function versionLines(card: FaultCard, environment: Environment, language: Locale): string[] {
  const { python, build, platform } = environment;
  const machine = {
    ...(python !== undefined && { python }),
    ...(build !== undefined && { build }),
    ...(platform !== undefined && { platform }),
    packages: Object.entries(environment.packages).map(([name, version]) => ({ name, version })),
    isComplete: false,
  };
  const evaluation = evaluateFault(card, machine);
  if (evaluation.verdict === 'unknown' || evaluation.verdict === 'possible') return [];
  const { headline, lines } = describeAnswer(evaluation, answerWords[language]);
  const { yourVersions } = commandWords[language];
  return [wrapped(`${yourVersions}: ${[headline, ...lines].join('. ')}`, INDENT)];
}

function addressOf({ id }: Finding, { site, language }: TextKnowledge): string[] {
  const address = absoluteAddress(site, localizedPath(permalinkPath(id), language));
  return [`${INDENT}${styleText('cyan', address)}`];
}

function wrapped(text: string, indent: string): string {
  return wrapAnsi(text, COLUMNS - indent.length)
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}

const indented = (line: string) => `${INDENT}${line}`;
