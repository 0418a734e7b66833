import { packageKey, readConcern } from '../domain/versions/package-name.ts';
import { ecosystems, type Ecosystem } from '../domain/vocabulary.ts';
import type { AuditFault } from './audit-fault.ts';

/** Returns a key that is the same for all spellings of a package, and differs between ecosystems. */
export function auditKey(ecosystem: Ecosystem, name: string): string {
  return `${ecosystem} ${packageKey(ecosystem, name)}`;
}

/** Returns the keys of the packages that a fault affects or concerns, and of those that they are combined with. */
export function faultKeys({ affected, concerns = [] }: AuditFault): Set<string> {
  const named = affected.flatMap(({ ecosystem, package: name, with: others = [] }) => [
    { ecosystem, name },
    ...others.map((other) => ({ ecosystem, name: other.package })),
  ]);
  return new Set(
    [...named, ...concerns.map(readConcern)].map(({ ecosystem, name }) =>
      auditKey(ecosystem, name),
    ),
  );
}

/** Returns the keys that a listed package may have: one in each ecosystem if the list does not name it. */
export function installedKeys({ ecosystem, name }: { ecosystem?: Ecosystem; name: string }) {
  return (ecosystem ? [ecosystem] : ecosystems).map((one) => auditKey(one, name));
}

/** Reports whether a fault is one of Python itself, which affects no package. */
export const isOfPython = ({ cause, affected }: AuditFault): boolean =>
  cause === 'defect' && affected.length === 0;
