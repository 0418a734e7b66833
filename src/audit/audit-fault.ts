import type { AffectedFacts } from '../domain/affected/evaluate-fault.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Status, Symptom } from '../domain/vocabulary.ts';
import { compareIds } from '../domain/facts/compare-ids.ts';

/** The facts of a fault that an audit needs; pages fetch them for all faults, so there are few. */
export interface AuditFault extends AffectedFacts {
  id: string;
  slug: string;
  title: string;
  symptom: Symptom;
  status: Status;
  /** The fix, in one sentence; absent where the caller has it from another file, or the fault is never a finding. */
  fix?: string;
  /** Packages whose users meet a fault that no release has, as in the facts; absent if there are none. */
  concerns?: readonly string[];
  /** Packages whose users meet the fault; absent if there are none. */
  seen_in?: readonly string[];
}

/** An article as input of an audit, with its title in the reader's language. */
export type AuditSource = Pick<
  Facts,
  | 'id'
  | 'title'
  | 'cause'
  | 'symptom'
  | 'status'
  | 'platforms'
  | 'python'
  | 'builds'
  | 'affected'
  | 'concerns'
  | 'seen_in'
> & { slug: string };

/** Extracts what an audit needs from articles, sorted by id. */
export function auditFaults(articles: readonly AuditSource[]): AuditFault[] {
  return articles
    .map(({ id, slug, title, cause, symptom, status, platforms, python, builds, ...article }) => ({
      id,
      slug,
      title,
      cause,
      symptom,
      status,
      platforms,
      python,
      builds,
      affected: article.affected,
      ...(article.concerns.length > 0 && { concerns: article.concerns }),
      ...(article.seen_in.length > 0 && { seen_in: article.seen_in }),
    }))
    .sort((a, b) => compareIds(a.id, b.id));
}
