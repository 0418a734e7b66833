import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import type { Facts, UpstreamLink } from '../domain/facts/facts.ts';
import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import type { Fix } from '../domain/facts/fix-schema.ts';
import type { Build, Cause, Platform, Status, Symptom } from '../domain/vocabulary.ts';
import type { Found } from './found.ts';

/** The facts of a draft, each with its evidence. */
export interface DraftFacts {
  title: Found<string>;
  summary: Found<string>;
  fix: Found<Fix>;
  cause: Found<Cause>;
  project: Found<string>;
  component?: Found<string>;
  symptom: Found<Symptom>;
  platforms: Found<Platform[]>;
  python: Found<string>;
  builds: Found<Build[]>;
  status: Found<Status>;
  affected: Found<AffectedRange>[];
  seen_in: Found<string>[];
  signatures: Found<string>[];
  upstream: Found<UpstreamLink>[];
  related: Found<string>[];
}

/** Facts that the writer gave; they replace what was read. */
export type GivenFacts = Partial<Omit<Facts, 'id' | 'published' | 'updated'>>;

/** Replaces facts that were read with those that the writer gave. */
export function withGiven(facts: DraftFacts, given: GivenFacts): DraftFacts {
  const sure = <T>(value: T): Found<T> => ({ value, isSure: true });
  const entries = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [
      field,
      isListed(field) ? (value as unknown[]).map(sure) : sure(value),
    ]);
  return { ...facts, ...(Object.fromEntries(entries) as Partial<DraftFacts>) };
}

const LISTED = new Set(['affected', 'seen_in', 'signatures', 'upstream', 'related']);

/** Returns true for a field whose items have evidence each. */
const isListed = (field: string) => LISTED.has(field);

type Entry = [string, Found<unknown> | Found<unknown>[]];

/** Returns the fields with at least one value to check, in the order of the facts. */
export function unsureFields(facts: DraftFacts): string[] {
  return (Object.entries(facts) as Entry[]).flatMap(([field, found]) => {
    const isOpen = [found]
      .flat()
      .some(({ isSure, value }) => !isSure || JSON.stringify(value).includes(DRAFT_MARK));
    // An empty list of ranges is right for Python itself only.
    const hasNoRange = field === 'affected' && facts.affected.length === 0 && !facts.project.isSure;
    return isOpen || hasNoRange ? [field] : [];
  });
}

/** Returns the values without their evidence, as the front matter holds them. */
export function valuesOf(facts: DraftFacts): Record<string, unknown> {
  return Object.fromEntries(
    (Object.entries(facts) as Entry[]).map(([field, found]) => [
      field,
      Array.isArray(found) ? found.map(({ value }) => value) : found.value,
    ]),
  );
}
