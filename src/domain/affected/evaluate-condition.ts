import type { AffectedRange } from '../facts/affected-schema.ts';
import { packageKey, type Package } from '../versions/package-name.ts';
import { pythonCoverage, type PythonRelease } from '../versions/python-release.ts';
import { readVersion } from '../versions/read-version.ts';
import { isWithinBounds, readBounds } from '../versions/version-bounds.ts';
import type { Ecosystem } from '../vocabulary.ts';
import type { Machine } from './machine.ts';
import type { VerdictReason } from './verdict-reason.ts';

/** The other half of an incompatible pair, as it is installed. */
export interface Partner {
  /** Name of the package; `Python` for the interpreter. */
  name: string;
  version: string;
}

/** Whether a machine meets the conditions of a range, `with` and `python`. */
export type Condition =
  | { state: 'met'; beside: Partner[] }
  | { state: 'unmet' }
  | { state: 'unknown'; missing: VerdictReason[] };

/** Returns the versions of a package on a machine; `undefined` for an installation of unknown version. */
export function installedVersions(
  { packages }: Machine,
  { ecosystem, name }: Package,
): (string | undefined)[] {
  const key = packageKey(ecosystem, name);
  return packages
    .filter(
      (candidate) =>
        (candidate.ecosystem ?? ecosystem) === ecosystem &&
        packageKey(ecosystem, candidate.name) === key,
    )
    .map(({ version }) => version);
}

/** Evaluates the conditions of a range. One that is not met decides, whatever is unknown. */
export function evaluateCondition(
  { ecosystem, with: others = [], python: specifier }: AffectedRange,
  machine: Machine,
  python: PythonRelease | undefined,
): Condition {
  const conditions = [
    ...(specifier === undefined ? [] : [evaluatePython(specifier, python)]),
    ...others.map((other) => evaluatePartner(ecosystem, other, machine)),
  ];
  if (conditions.some(({ state }) => state === 'unmet')) return { state: 'unmet' };
  const missing = conditions.flatMap((one) => (one.state === 'unknown' ? one.missing : []));
  if (missing.length > 0) return { state: 'unknown', missing };
  return {
    state: 'met',
    beside: conditions.flatMap((one) => (one.state === 'met' ? one.beside : [])),
  };
}

function evaluatePython(specifier: string, python: PythonRelease | undefined): Condition {
  if (!python) return { state: 'unknown', missing: [{ code: 'missing', fact: 'python' }] };
  switch (pythonCoverage(specifier, python)) {
    case 'whole':
      return {
        state: 'met',
        beside: [{ name: 'Python', version: python.release ?? python.series }],
      };
    case 'none':
      return { state: 'unmet' };
    case 'part':
      return { state: 'unknown', missing: [{ code: 'missing', fact: 'python-micro' }] };
  }
}

/** A package that is installed in several versions meets the condition if one of them does. */
function evaluatePartner(
  ecosystem: Ecosystem,
  { package: name, versions }: { package: string; versions: string },
  machine: Machine,
): Condition {
  const installed = installedVersions(machine, { ecosystem, name });
  if (installed.length === 0 && machine.isComplete) return { state: 'unmet' };
  const bounds = readBounds(ecosystem, versions) ?? {};
  const known = installed.map((text) =>
    text === undefined ? undefined : readVersion(ecosystem, text),
  );
  const version = known.find(
    (candidate) => candidate !== undefined && isWithinBounds(ecosystem, bounds, candidate),
  );
  if (version !== undefined) return { state: 'met', beside: [{ name, version }] };
  if (known.length > 0 && !known.includes(undefined)) return { state: 'unmet' };
  return { state: 'unknown', missing: [{ code: 'missing', fact: 'version', ecosystem, name }] };
}
