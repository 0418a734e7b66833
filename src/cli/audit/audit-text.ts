import path from 'node:path';
import type { AuditedPackage, AuditFinding } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import type { Inventory, Place, UnreadLine } from '../../audit/inventory/inventory.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { auditReportWords, type AuditReportWords } from '../../i18n/audit-report-words.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { wordsOf } from '../../i18n/words.ts';
import { oneLine, styleText } from '../shared/output.ts';
import { addressLine, faultHead, INDENT, wrapped } from '../shared/terminal-text.ts';
import type { AuditOptions } from './audit-options.ts';
import type { AuditOutcome } from './audit-outcome.ts';
import { describeMissing } from './describe-fix.ts';
import { upgradePlanText } from './upgrade-plan-text.ts';

/** Maximum number of skipped lines that are listed. */
const MAX_LISTED_LINES = 5;

/** Maximum number of places listed for one package. */
const MAX_LISTED_PLACES = 3;

/**
 * Formats what was read, the faults that affect the environment, the upgrades that clear them, and a summary.
 *
 * @param listsAll true to list undecided and possible faults, too
 */
export function auditText(outcome: AuditOutcome, listsAll: boolean): string {
  const { findings, report, plan, language } = outcome;
  const certain = findings.filter(({ verdict }) => verdict === 'affected');
  const undecided = findings.filter(({ verdict }) => verdict === 'unknown');
  const parts = [
    sources(outcome),
    ...certain.map((finding) => affectedText(finding, outcome)),
    ...(listsAll ? undecided.map((finding) => undecidedText(finding, outcome)) : []),
    ...(listsAll ? report.possible.map((fault) => possibleText(fault, outcome)) : []),
    ...(plan.upgrades.length > 0 ? [upgradePlanText(plan, language)] : []),
    summary(outcome, { certain, undecided, listsAll }),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

/** Returns a line for each text that was read, and one about the machine. */
function sources({ inventory, unnamed, interpreter, language }: AuditOutcome): string[] {
  const words = auditReportWords[language];
  const { recognized, python, build, platform } = inventory;
  const files = [...new Set(recognized.map(({ file }) => file))];
  const known = [python && `Python ${python}`, build, platform].filter(Boolean).join(', ');
  const origin = interpreter === undefined ? '' : words.askedOf(interpreter);
  return [
    ...files.map((file) => {
      const blocks = recognized.filter((block) => block.file === file);
      const count = blocks.reduce((sum, { packages }) => sum + packages, 0);
      const kinds = [...new Set(blocks.map(({ kind }) => kind))].join(', ');
      const text = count === 0 ? kinds : words.packages(count, kinds);
      return wrapped(oneLine(`${file ?? unnamed}: ${text}`));
    }),
    wrapped(oneLine((known || words.unknownPython) + origin)),
  ];
}

function affectedText(finding: AuditFinding, outcome: AuditOutcome): string[] {
  const { fault, packages, moveToPython, seenIn } = finding;
  const { language } = outcome;
  const words = auditReportWords[language];
  const versions = packages
    .filter(({ verdict }) => verdict === 'affected')
    .map((one) => versionText(one, words));
  const { python = '' } = outcome.inventory;
  const pythonText = `Python ${python}${moveToPython === undefined ? words.noRelease : ` -> ${moveToPython}`}`;
  return [
    // The plan contains the command, together with the other upgrades.
    ...head(wordsOf(language).symptoms[fault.symptom], fault, outcome, !isPlanned(finding)),
    ...(packages.length === 0 ? [pythonText] : versions).map((text) => wrapped(text, INDENT)),
    ...(seenIn.length === 0
      ? []
      : [wrapped(auditWords[language].seenIn(seenIn.join(', ')), INDENT)]),
    address(fault, outcome),
  ];
}

/** `numba 0.60.0 with numpy 2.3.0 -> 0.61.2 (uv.lock:12)` */
function versionText(
  { name, version = '', moveTo, beside = [], places }: AuditedPackage,
  words: AuditReportWords,
): string {
  const others = beside.map((other) => `${other.name} ${other.version}`).join(', ');
  const combined =
    others === '' ? `${name} ${version}` : words.beside(`${name} ${version}`, others);
  const target = moveTo === undefined ? '' : ` -> ${moveTo}`;
  const reason = others === '' && moveTo === undefined ? words.noRelease : '';
  return oneLine(`${combined}${target}${reason}${placesText(places)}`);
}

function placesText(places: readonly Place[]): string {
  const named = places.filter(({ file }) => file !== undefined);
  if (named.length === 0) return '';
  const listed = named.slice(0, MAX_LISTED_PLACES).map(({ file, line }) => `${file}:${line}`);
  return ` (${listed.join(', ')}${named.length > MAX_LISTED_PLACES ? ', ...' : ''})`;
}

const isPlanned = ({ packages }: AuditFinding) =>
  packages.some(({ verdict, moveTo }) => verdict === 'affected' && moveTo !== undefined);

function undecidedText(finding: AuditFinding, outcome: AuditOutcome): string[] {
  const { fault } = finding;
  const { language } = outcome;
  const { mayAffect, dependsOn } = auditReportWords[language];
  return [
    ...head(mayAffect, fault, outcome),
    wrapped(oneLine(dependsOn(describeMissing([finding], language))), INDENT),
    address(fault, outcome),
  ];
}

function possibleText(fault: AuditFault, outcome: AuditOutcome): string[] {
  const { canOccur } = auditReportWords[outcome.language];
  return [...head(canOccur, fault, outcome), address(fault, outcome)];
}

function head(
  level: string,
  { id, title }: AuditFault,
  { cards }: AuditOutcome,
  hasCommand = true,
): string[] {
  const { fix, title: translated = title } = cards[id] ?? {};
  return faultHead(level, {
    id,
    title: translated,
    fix: fix && !hasCommand ? { text: fix.text } : fix,
  });
}

const address = ({ id }: AuditFault, { site, language }: AuditOutcome) =>
  addressLine(absoluteAddress(site, localizedPath(permalinkPath(id), language)));

interface Findings {
  certain: readonly AuditFinding[];
  undecided: readonly AuditFinding[];
  listsAll: boolean;
}

function summary(outcome: AuditOutcome, { certain, undecided, listsAll }: Findings): string[] {
  const { report, plan, ignored, known, language } = outcome;
  const words = auditReportWords[language];
  const affected = certain.length;
  const cleared = certain.filter(({ fault }) => !plan.remaining.includes(fault.id)).length;
  const ruledOut = Object.values(report.ruledOut).reduce((sum, count) => sum + count, 0);
  const concerning = listsAll ? 0 : report.possible.length;
  const missing = oneLine(describeMissing(undecided, language));
  const { left, undecided: depend } = auditWords[language];
  const lines: [number, string][] = [
    [cleared, words.upgradesFix(cleared, affected)],
    [undecided.length, words.sentence(depend(undecided.length, affected > 0, [missing]))],
    [concerning, words.possible(concerning)],
    [ruledOut, left(ruledOut, 0)],
    [report.fixed, left(0, report.fixed)],
    [ignored, words.ignored(ignored)],
    [known, words.known(known)],
  ];
  return [
    headline(outcome, affected, undecided.length),
    ...lines.filter(([count]) => count > 0).map(([, line]) => wrapped(line)),
  ];
}

function headline(
  { inventory, language }: AuditOutcome,
  affected: number,
  undecided: number,
): string {
  const { packages, python } = inventory;
  const { found, nonePython, noneCertain, none } = auditWords[language];
  const { sentence } = auditReportWords[language];
  if (affected > 0) return styleText('bold', sentence(found(affected)));
  const text =
    packages.length === 0 && undecided === 0
      ? nonePython(python ?? '')
      : undecided > 0
        ? noneCertain
        : none;
  return styleText(['bold', 'green'], sentence(text));
}

/**
 * Reports skipped lines, references to files that were not read, and facts that the sources disagree on.
 *
 * @param options files that are read anyway and facts that the caller gave are not reported
 * @param unnamed name of the source of lines without a file
 */
export function auditRemarks(
  inventory: Inventory,
  options: AuditOptions,
  unnamed: string,
  language: Locale,
): string[] {
  const words = auditReportWords[language];
  const { notUnderstood, notUnderstoodCount, notFollowed, contradictions } = inventory;
  const more = notUnderstoodCount - Math.min(notUnderstood.length, MAX_LISTED_LINES);
  const place = ({ file, line }: Place) => `${oneLine(file ?? unnamed)}:${line}`;
  return [
    ...notFollowed
      .filter((line) => !options.files.includes(referredFile(line)))
      .map((line) => `${place(line)}: ${words.notFollowed(line.text)}`),
    ...notUnderstood
      .slice(0, MAX_LISTED_LINES)
      .map((line) => `${place(line)}: ${words.notRecognized(line.text)}`),
    ...(more > 0 ? [words.moreNotRecognized(more)] : []),
    ...contradictions
      .filter(({ fact }) => options[fact] === undefined)
      .map(({ fact, values }) => words.contradiction(fact, values)),
  ];
}

/** Returns the path of the file in `-r other.txt`, which is relative to the file with that line. */
function referredFile({ file = '', text }: UnreadLine): string {
  const name = text.replace(/^-{1,2}[a-z]{1,20}[ \t=]{0,9}/, '');
  return path.join(path.dirname(file), name);
}
