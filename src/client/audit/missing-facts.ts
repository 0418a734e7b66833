import type { AuditFinding } from '../../audit/audit-environment.ts';
import { auditWords } from '../../i18n/audit-words.ts';
import { siteLocale } from '../shared/site.ts';

/** Maximum number of facts that are named; more packages without a version would make a long sentence. */
const MAX_NAMED = 4;

/** Names the facts that undecided findings depend on, those that the page asks for first. */
export function missingFacts(findings: readonly AuditFinding[]): string[] {
  const { facts, versionOf } = auditWords[siteLocale()];
  const named = findings.flatMap(({ because }) =>
    because.flatMap((reason) => {
      switch (reason.code) {
        case 'missing':
          return reason.fact === 'version'
            ? { name: versionOf(reason.name), rank: 1 }
            : { name: facts[reason.fact], rank: 0 };
        case 'invalid':
          return reason.fact === 'python'
            ? { name: facts.python, rank: 0 }
            : { name: versionOf(reason.name), rank: 1 };
        default:
          return [];
      }
    }),
  );
  const sorted = named.toSorted((a, b) => a.rank - b.rank).map(({ name }) => name);
  return [...new Set(sorted)].slice(0, MAX_NAMED);
}
