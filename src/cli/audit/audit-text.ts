import path from 'node:path';
import { styleText } from 'node:util';
import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { Inventory, Place, UnreadLine } from '../../audit/inventory/inventory.ts';
import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { AuditOptions } from './audit-options.ts';
import type { AuditOutcome } from './audit-outcome.ts';
import { describeFix } from './describe-fix.ts';

/** The colors of symptoms: what is lost, what stops and says so, what is slow. */
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

/** So many lines that are not understood are named. */
const NAMED_LINES = 5;

/** A package stands on so many lines at most. */
const NAMED_PLACES = 3;

/** The answer for people: what was read, each finding under its symptom, and what was left out. */
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
  return [...lines, `${plural(packages.length, 'package')}; ${known || 'no Python known'}`].join(
    '\n',
  );
}

function describe(finding: AuditFinding, site: string): string {
  const { fault, verdict, packages, seenIn } = finding;
  const sign = verdict === 'unknown' ? '?' : ' ';
  const own = packages.filter((one) => one.verdict !== 'fixed' && one.verdict !== 'older');
  const lines = own.map(
    (one) =>
      `    ${styleText('bold', `${one.name} ${one.version ?? '(version unknown)'}`)}: ` +
      `${describeFix(finding, one)}${placesOf(one.places)}`,
  );
  return [
    `${sign} ${styleText('bold', fault.id)}  ${fault.title}`,
    ...(packages.length === 0 ? [`    ${styleText('bold', 'Python')}: ${describeFix(finding)}`] : lines),
    ...(seenIn.length === 0 ? [] : [`    met in ${seenIn.join(', ')}`]),
    `    ${styleText('cyan', absoluteAddress(site, permalinkPath(fault.id)))}`,
  ].join('\n');
}

function placesOf(places: readonly Place[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, NAMED_PLACES).map(placeName).join(', ');
  return styleText('gray', `  (${named}${places.length > NAMED_PLACES ? ', ...' : ''})`);
}

function summary({ findings, report, ignored, known }: AuditOutcome): string {
  const certain = findings.filter(({ verdict }) => verdict === 'affected');
  const affected = certain.length;
  const unknown = findings.length - affected;
  const movable = certain.filter(hasWayOut).length;
  const { python, platform, build } = report.ruledOut;
  const hidden = python + platform + build;
  const total =
    affected > 0
      ? styleText('bold', `${plural(affected, 'known fault')} in what is installed.`)
      : styleText(['bold', 'green'], 'No known fault in what is installed.');
  return [
    total,
    ...(movable > 0
      ? [`${movable} of them ${movable === 1 ? 'has' : 'have'} a release to move to.`]
      : []),
    ...(unknown > 0 ? [`${plural(unknown, 'fault')} cannot be told, see "hangs on".`] : []),
    ...(report.fixed > 0 ? [`${report.fixed} more, fixed in the installed versions.`] : []),
    ...(hidden > 0
      ? [
          `${hidden} more, ruled out: ${python} by Python, ${platform} by the platform, ${build} by the build.`,
        ]
      : []),
    ...(ignored > 0 ? [`${ignored} ignored.`] : []),
    ...(known > 0 ? [`${known} in the baseline.`] : []),
  ].join('\n');
}

/** True where a release is free of it, for each package that has it. */
function hasWayOut({ packages, moveToPython }: AuditFinding): boolean {
  if (packages.length === 0) return moveToPython !== undefined;
  return packages.every(({ verdict, moveTo }) => verdict !== 'affected' || moveTo !== undefined);
}

/**
 * What of the texts could not be used, and what they contradict each other in; for the error stream.
 *
 * @param options what was asked for: nothing is said of a file that is read anyway, or of a fact that was given
 */
export function auditRemarks(inventory: Inventory, options: AuditOptions): string[] {
  const { notUnderstood, notUnderstoodCount, notFollowed, contradictions } = inventory;
  const more = notUnderstoodCount - Math.min(notUnderstood.length, NAMED_LINES);
  return [
    ...notFollowed
      .filter((line) => !options.files.includes(referredFile(line)))
      .map((line) => `${placeName(line)}: not followed: ${line.text}; name that file as well.`),
    ...notUnderstood
      .slice(0, NAMED_LINES)
      .map((line) => `${placeName(line)}: not understood: ${line.text}`),
    ...(more > 0 ? [`${plural(more, 'more line')} not understood.`] : []),
    ...contradictions
      .filter(({ fact }) => options[fact] === undefined)
      .map(
        ({ fact, values }) =>
          `${fact}: ${values.join(', ')} are named, ${values[0]} is taken; say which with --${fact}.`,
      ),
  ];
}

/** The file of `-r other.txt`, as it would be named beside the one in which that stands. */
function referredFile({ file = '', text }: UnreadLine): string {
  const name = text.replace(/^-{1,2}[a-z]{1,20}[ \t=]{0,9}/, '');
  return path.join(path.dirname(file), name);
}

function placeName({ file, line }: Place): string {
  return `${file ?? 'standard input'}:${line}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
