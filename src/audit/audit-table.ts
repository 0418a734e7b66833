import type { AuditedEnvironment } from './audit-environment.ts';
import type { AuditFault } from './audit-fault.ts';
import { faultKeys, installedKeys, isOfPython } from './fault-keys.ts';

/** Key of the faults of Python itself. */
const PYTHON = 'python';

/**
 * The projects under which the faults of each package are filed, by the key of the package. With it, an audit needs the
 * faults of few projects only.
 */
export type AuditTable = Readonly<Record<string, readonly string[]>>;

/** Returns the table of a library, sorted. */
export function auditTable(faults: readonly { project: string; fault: AuditFault }[]): AuditTable {
  const table = new Map<string, Set<string>>();
  for (const { project, fault } of faults) {
    for (const key of isOfPython(fault) ? [PYTHON] : faultKeys(fault)) {
      table.set(key, (table.get(key) ?? new Set()).add(project));
    }
  }
  const entries = [...table].map(([key, projects]) => [key, [...projects].sort()] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the projects whose faults can be in the audit of an environment, sorted. */
export function auditedProjects(
  table: AuditTable,
  { packages, python }: Pick<AuditedEnvironment, 'packages' | 'python'>,
): string[] {
  const projects = new Map(Object.entries(table));
  const keys = [...packages.flatMap(installedKeys), ...(python ? [PYTHON] : [])];
  return [...new Set(keys.flatMap((key) => projects.get(key) ?? []))].sort();
}
