import { readFile, writeFile } from 'node:fs/promises';
import type { AuditFinding } from '../../audit/audit-environment.ts';
import { packageKey } from '../../domain/versions/package-name.ts';
import { UsageError } from '../shared/usage-error.ts';

const VERSION = 1;

/** An accepted finding: one fault in one package, in any of its affected versions. */
interface BaselineEntry {
  id: string;
  /** `PyPI:scikit-learn`, or `python` for a fault of Python itself. */
  package: string;
  verdict: AuditFinding['verdict'];
}

/** Returns the entries of a finding, one per affected package. */
function entriesOf({ fault: { id }, verdict, packages }: AuditFinding): BaselineEntry[] {
  if (packages.length === 0) return [{ id, package: 'python', verdict }];
  const names = packages
    .filter((one) => one.verdict !== 'fixed' && one.verdict !== 'older')
    .map(({ ecosystem, name }) => `${ecosystem}:${packageKey(ecosystem, name)}`);
  return [...new Set(names)].map((name) => ({ id, package: name, verdict }));
}

/**
 * Reads a baseline and returns a predicate that is true for findings it contains: all of their packages, and as affected
 * if they are.
 *
 * @throws {BadUse} if the file cannot be read or is not a baseline
 */
export async function readBaseline(file: string): Promise<(finding: AuditFinding) => boolean> {
  const known = new Set((await entries(file)).flatMap(keysOf));
  return (finding) =>
    entriesOf(finding).every(({ id, package: name, verdict }) =>
      known.has(`${id} ${name} ${verdict}`),
    );
}

/** Returns the keys that an entry matches: one accepted as affected covers an unknown verdict too. */
function keysOf({ id, package: name, verdict }: BaselineEntry): string[] {
  const verdicts = verdict === 'affected' ? ['affected', 'unknown'] : ['unknown'];
  return verdicts.map((one) => `${id} ${name} ${one}`);
}

async function entries(file: string): Promise<BaselineEntry[]> {
  let data: { version?: unknown; known?: unknown };
  try {
    data = (JSON.parse(await readFile(file, 'utf8')) ?? {}) as typeof data;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`--baseline ${file}: ${code ?? `not JSON (${message})`}.`);
  }
  if (data.version !== VERSION || !Array.isArray(data.known) || !data.known.every(isEntry)) {
    throw new UsageError(
      `--baseline ${file}: not a baseline; create one with --write-baseline ${file}.`,
    );
  }
  return data.known;
}

function isEntry(entry: unknown): entry is BaselineEntry {
  const { id, package: name, verdict } = (entry ?? {}) as Partial<BaselineEntry>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    (verdict === 'affected' || verdict === 'unknown')
  );
}

/** Writes findings as a baseline: one sorted entry per line, so that equal findings give equal files. */
export async function writeBaseline(
  file: string,
  findings: readonly AuditFinding[],
): Promise<void> {
  const lines = findings.flatMap(entriesOf).map((entry) => JSON.stringify(entry));
  const known = lines.sort().join(',\n    ');
  const list = known === '' ? '[]' : `[\n    ${known}\n  ]`;
  try {
    await writeFile(file, `{\n  "version": ${VERSION},\n  "known": ${list}\n}\n`);
  } catch (error) {
    throw new UsageError(`--write-baseline ${file}: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
