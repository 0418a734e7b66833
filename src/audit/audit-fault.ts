import type { AffectedFacts } from '../domain/affected/evaluate-fault.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Status, Symptom } from '../domain/vocabulary.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';

/** What an audit knows of a fault: the facts that decide, and what it is called. Small, since pages fetch all of them. */
export interface AuditFault extends AffectedFacts {
  id: string;
  slug: string;
  title: string;
  symptom: Symptom;
  status: Status;
  /** Packages in which readers meet the fault; absent where there are none. */
  seen_in?: readonly string[];
}

/** What an article brings: its facts under their names, its slug, and its title in the reader's language. */
export type AuditSource = Pick<
  Facts,
  'id' | 'title' | 'symptom' | 'status' | 'platforms' | 'python' | 'builds' | 'affected' | 'seen_in'
> & { slug: string };

/** The faults that an audit looks for, in the order of their ids. */
export function auditFaults(articles: readonly AuditSource[]): AuditFault[] {
  return articles
    .map(({ id, slug, title, symptom, status, platforms, python, builds, affected, seen_in }) => ({
      id,
      slug,
      title,
      symptom,
      status,
      platforms,
      python,
      builds,
      affected,
      ...(seen_in.length > 0 && { seen_in }),
    }))
    .sort((a, b) => compareIds(a.id, b.id));
}
