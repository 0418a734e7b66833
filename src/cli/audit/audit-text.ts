import path from 'node:path';
import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { Inventory, Place, UnreadLine } from '../../audit/inventory/inventory.ts';
import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { wordsOf } from '../../i18n/words.ts';
import { oneLine, styleText } from '../shared/output.ts';
import type { AuditOptions } from './audit-options.ts';
import type { AuditOutcome } from './audit-outcome.ts';
import { describeFix } from './describe-fix.ts';

/** Red loses data, work or the process; yellow stops it with a message; gray makes it slow. */
const COLORS: Readonly<Record<Symptom, 'red' | 'yellow' | 'gray'>> = {
  'wrong-result': 'red',
  crash: 'red',
  memory: 'red',
  hang: 'red',
  exception: 'yellow',
  'import-error': 'yellow',
  'link-error': 'yellow',
  'build-error': 'yellow',
  performance: 'gray',
};

/** Maximum number of skipped lines that are listed. */
const MAX_LISTED_LINES = 5;

/** Maximum number of places listed for one package. */
const MAX_LISTED_PLACES = 3;

/** Formats the sources, the findings grouped by symptom, and a summary with what was left out. */
export function auditText(outcome: AuditOutcome): string {
  const { findings, site, inventory } = outcome;
  const parts = [sources(inventory)];
  let symptom: Symptom | undefined;
  for (const finding of findings) {
    if (finding.fault.symptom !== symptom) {
      symptom = finding.fault.symptom;
      const color = COLORS[symptom];
      parts.push('', styleText(['bold', color], wordsOf('en').symptoms[symptom]));
    }
    parts.push(describe(finding, site));
  }
  parts.push('', summary(outcome));
  return parts.join('\n');
}

function sources({ recognized, packages, ...machine }: Inventory): string {
  const lines = recognized.map(
    ({ file, line, kind, packages: count }) =>
      `${placeName({ file, line })}: ${kind}${count > 0 ? `, ${plural(count, 'package')}` : ''}`,
  );
  const { python, build, platform } = machine;
  const known = [python && `Python ${python}`, build, platform].filter(Boolean).join(', ');
  return [
    ...lines,
    `${plural(packages.length, 'package')}; ${known || 'Python version unknown'}`,
  ].join('\n');
}

function describe(finding: AuditFinding, site: string): string {
  const { fault, verdict, packages, seenIn } = finding;
  const mark = verdict === 'unknown' ? '?' : ' ';
  const own = packages.filter((one) => one.verdict !== 'fixed' && one.verdict !== 'older');
  const lines = own.map(
    (one) =>
      `    ${styleText('bold', oneLine(`${one.name} ${one.version ?? '(version unknown)'}`))}: ` +
      `${oneLine(describeFix(finding, one))}${placesOf(one.places)}`,
  );
  return [
    `${mark} ${styleText('bold', fault.id)}  ${fault.title}`,
    ...(packages.length === 0
      ? [`    ${styleText('bold', 'Python')}: ${describeFix(finding)}`]
      : lines),
    ...(seenIn.length === 0 ? [] : [`    also reported in ${seenIn.join(', ')}`]),
    `    ${styleText('cyan', absoluteAddress(site, permalinkPath(fault.id)))}`,
  ].join('\n');
}

function placesOf(places: readonly Place[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, MAX_LISTED_PLACES).map(placeName).join(', ');
  return styleText('gray', `  (${named}${places.length > MAX_LISTED_PLACES ? ', ...' : ''})`);
}

function summary({ findings, report, ignored, known }: AuditOutcome): string {
  const certain = findings.filter(({ verdict }) => verdict === 'affected');
  const affected = certain.length;
  const unknown = findings.length - affected;
  const fixable = certain.filter(hasFix).length;
  const { python, platform, build } = report.ruledOut;
  const hidden = python + platform + build;
  const total =
    affected > 0
      ? styleText(
          'bold',
          `${plural(affected, 'known fault')} ${affected === 1 ? 'affects' : 'affect'} the installed packages.`,
        )
      : styleText(
          ['bold', 'green'],
          unknown > 0
            ? 'No known fault certainly affects the installed packages.'
            : 'No known fault affects the installed packages.',
        );
  return [
    total,
    ...(fixable > 0
      ? [`${fixable} of them ${fixable === 1 ? 'is' : 'are'} fixed by an upgrade.`]
      : []),
    ...(unknown > 0 ? [`${unknown} more may affect them; see "depends on".`] : []),
    ...(report.fixed > 0
      ? [`${plural(report.fixed, 'fault')} fixed in the installed versions.`]
      : []),
    ...(hidden > 0
      ? [
          `${plural(hidden, 'fault')} ${hidden === 1 ? 'does' : 'do'} not apply: ${python} because of the Python version, ${platform} of the platform, ${build} of the build.`,
        ]
      : []),
    ...(ignored > 0 ? [`${plural(ignored, 'fault')} ignored (--ignore).`] : []),
    ...(known > 0 ? [`${plural(known, 'fault')} in the baseline.`] : []),
  ].join('\n');
}

/** Returns whether every affected package has a later release without the fault. */
function hasFix({ packages, moveToPython }: AuditFinding): boolean {
  if (packages.length === 0) return moveToPython !== undefined;
  return packages.every(({ verdict, moveTo }) => verdict !== 'affected' || moveTo !== undefined);
}

/**
 * Reports skipped lines, references to files that were not read, and facts that the sources disagree on.
 *
 * @param options files that are read anyway and facts that the caller gave are not reported
 */
export function auditRemarks(inventory: Inventory, options: AuditOptions): string[] {
  const { notUnderstood, notUnderstoodCount, notFollowed, contradictions } = inventory;
  const more = notUnderstoodCount - Math.min(notUnderstood.length, MAX_LISTED_LINES);
  return [
    ...notFollowed
      .filter((line) => !options.files.includes(referredFile(line)))
      .map((line) => `${placeName(line)}: not followed: ${line.text}; pass that file as well.`),
    ...notUnderstood
      .slice(0, MAX_LISTED_LINES)
      .map((line) => `${placeName(line)}: not recognized: ${line.text}`),
    ...(more > 0 ? [`${plural(more, 'more line')} not recognized.`] : []),
    ...contradictions
      .filter(({ fact }) => options[fact] === undefined)
      .map(
        ({ fact, values }) =>
          `${fact}: found ${values.join(', ')}, using ${values[0]}; choose one with --${fact}.`,
      ),
  ];
}

/** Returns the path of the file in `-r other.txt`, which is relative to the file with that line. */
function referredFile({ file = '', text }: UnreadLine): string {
  const name = text.replace(/^-{1,2}[a-z]{1,20}[ \t=]{0,9}/, '');
  return path.join(path.dirname(file), name);
}

function placeName({ file, line }: Place): string {
  return `${oneLine(file ?? 'standard input')}:${line}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
