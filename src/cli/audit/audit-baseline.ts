import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AuditFinding } from '../../audit/audit-environment.ts';
import { packageKey } from '../../domain/versions/package-name.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import type { BaseContext } from '../shared/command-context.ts';
import { fileErrorReason } from '../shared/file-error.ts';
import { UsageError } from '../shared/usage-error.ts';

const VERSION = 1;

/** One fault in one package; the installed version is left out, so that another affected one is not a new finding. */
interface BaselineEntry {
  id: string;
  /** `PyPI:scikit-learn`, or `python` for a fault of Python itself. */
  package: string;
  verdict: AuditFinding['verdict'];
}

/** Returns an entry for each package that has the fault. */
function entriesOf({ fault: { id }, verdict, packages }: AuditFinding): BaselineEntry[] {
  if (packages.length === 0) return [{ id, package: 'python', verdict }];
  const names = packages
    .filter((one) => one.verdict !== 'fixed' && one.verdict !== 'older')
    .map(({ ecosystem, name }) => `${ecosystem}:${packageKey(ecosystem, name)}`);
  return [...new Set(names)].map((name) => ({ id, package: name, verdict }));
}

/**
 * Reads a baseline and returns a function that tells whether it contains a finding: all packages of the finding, each
 * with the same verdict or a more certain one.
 *
 * @throws {UsageError} when the file cannot be read or is not a baseline
 */
export async function readBaseline(
  file: string,
  { root }: BaseContext,
): Promise<(finding: AuditFinding) => boolean> {
  const known = new Set((await readEntries(file, root)).flatMap(keysOf));
  return (finding) =>
    entriesOf(finding).every(({ id, package: name, verdict }) =>
      known.has(`${id} ${name} ${verdict}`),
    );
}

/** An entry with the verdict `affected` covers `unknown` too. */
function keysOf({ id, package: name, verdict }: BaselineEntry): string[] {
  const verdicts = verdict === 'affected' ? ['affected', 'unknown'] : ['unknown'];
  return verdicts.map((one) => `${id} ${name} ${one}`);
}

async function readEntries(file: string, root: string): Promise<BaselineEntry[]> {
  let data: { version?: unknown; known?: unknown };
  try {
    data = (JSON.parse(await readFile(path.resolve(root, file), 'utf8')) ?? {}) as typeof data;
  } catch (error) {
    const reason =
      error instanceof SyntaxError
        ? { en: `not JSON (${error.message})`, zh: `不是 JSON（${error.message}）` }
        : fileErrorReason(error);
    throw fileError('--baseline', file, reason);
  }
  if (data.version !== VERSION || !Array.isArray(data.known) || !data.known.every(isEntry)) {
    throw fileError('--baseline', file, {
      en: `not a baseline; create one with --write-baseline ${file}`,
      zh: `不是基线；请用 --write-baseline ${file} 生成`,
    });
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

/**
 * Writes a baseline, one entry per line in sorted order, so that version control shows small differences.
 *
 * @throws {UsageError} when the file cannot be written
 */
export async function writeBaseline(
  file: string,
  findings: readonly AuditFinding[],
  { root }: BaseContext,
): Promise<void> {
  const lines = findings.flatMap(entriesOf).map((entry) => JSON.stringify(entry));
  const known = lines.sort().join(',\n    ');
  const list = known === '' ? '[]' : `[\n    ${known}\n  ]`;
  try {
    await writeFile(
      path.resolve(root, file),
      `{\n  "version": ${VERSION},\n  "known": ${list}\n}\n`,
    );
  } catch (error) {
    throw fileError('--write-baseline', file, fileErrorReason(error));
  }
}

const fileError = (option: string, file: string, reason: Readonly<Record<Locale, string>>) =>
  new UsageError({
    en: `${option} ${file}: ${reason.en}.`,
    zh: `${option} ${file}：${reason.zh}。`,
  });
