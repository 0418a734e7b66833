import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AuditFinding } from '../../audit/audit-environment.ts';
import type { Place } from '../../audit/inventory/inventory.ts';
import { absoluteAddress, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { Symptom } from '../../domain/vocabulary.ts';
import { describeFix } from './describe-fix.ts';
import type { AuditOutcome } from './audit-outcome.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

type Level = 'error' | 'warning' | 'note';

/** Errors lose data, work or the process; warnings stop it with a message; notes make it slow. */
const LEVELS: Readonly<Record<Symptom, Level>> = {
  'wrong-result': 'error',
  crash: 'error',
  memory: 'error',
  hang: 'error',
  exception: 'warning',
  'import-error': 'warning',
  'link-error': 'warning',
  'build-error': 'warning',
  performance: 'note',
};

/**
 * Returns the answer for `--sarif`: one rule per fault, one result per package that has it, at its line.
 *
 * @param files that were read, as the caller named them
 * @param folder that paths in the answer are relative to
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function auditSarif(
  { findings, site }: AuditOutcome,
  files: readonly string[],
  folder: string,
) {
  const rules = findings.map(({ fault }) => ({
    id: fault.id,
    name: fault.slug,
    shortDescription: { text: fault.title },
    helpUri: absoluteAddress(site, permalinkPath(fault.id)),
    defaultConfiguration: { level: LEVELS[fault.symptom] },
    properties: { tags: [fault.symptom, fault.status] },
  }));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'known-faults', informationUri: site, rules } },
        results: findings.flatMap((finding, ruleIndex) =>
          resultsOf(finding, files[0]).map(({ key, text, places }) => ({
            ruleId: finding.fault.id,
            ruleIndex,
            // Code scanning raises an alarm for errors and warnings; an unknown verdict is neither.
            level: finding.verdict === 'unknown' ? 'note' : LEVELS[finding.fault.symptom],
            message: { text },
            locations: places.flatMap((place) => locationOf(place, folder)),
            partialFingerprints: { 'knownFault/v1': `${finding.fault.id}:${key}` },
          })),
        ),
      },
    ],
  };
}

interface Result {
  /** Fingerprint; must not change when the file does. */
  key: string;
  text: string;
  places: readonly Place[];
}

/** Returns one result per package; a fault of Python itself is reported at the top of the first file. */
function resultsOf(finding: AuditFinding, firstFile: string | undefined): Result[] {
  const { fault, packages } = finding;
  if (packages.length === 0) {
    const places = firstFile === undefined ? [] : [{ file: firstFile, line: 1 }];
    return [{ key: 'python', text: `${fault.title}. Python: ${describeFix(finding)}.`, places }];
  }
  return packages
    .filter(({ verdict }) => verdict !== 'fixed' && verdict !== 'older')
    .map(({ ecosystem, name, version, places, ...evaluation }) => ({
      key: `${ecosystem}:${name}`,
      text:
        `${fault.title}. ${[name, version].filter(Boolean).join(' ')}: ` +
        `${describeFix(finding, { ecosystem, name, version, ...evaluation })}.`,
      places,
    }));
}

/** Returns a relative path for a file inside the folder, since code scanning resolves no other. */
function locationOf({ file, line }: Place, folder: string) {
  if (file === undefined) return [];
  const relative = path.relative(folder, path.resolve(folder, file));
  const isBelow = !relative.startsWith('..') && !path.isAbsolute(relative);
  const uri = isBelow
    ? relative.split(path.sep).map(encodeURIComponent).join('/')
    : pathToFileURL(path.resolve(folder, file)).href;
  return [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } }];
}
