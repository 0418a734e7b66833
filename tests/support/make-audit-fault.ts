import type { AuditFault } from '../../src/audit/audit-fault.ts';

/** A fault for tests: a crash of every platform, Python and build in numpy before 2.0, as far as `facts` says nothing else. */
export function auditFault(id: string, facts: Partial<AuditFault> = {}): AuditFault {
  return {
    id,
    slug: `slug-of-${id.toLowerCase()}`,
    title: `Title of ${id}`,
    cause: 'defect',
    symptom: 'crash',
    status: 'fixed',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.6',
    builds: ['gil', 'free-threaded'],
    affected: [{ ecosystem: 'PyPI', package: 'numpy', fixed: '2.0.0' }],
    ...facts,
  };
}
