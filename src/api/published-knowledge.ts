import { INDEX_VERSION, type DiagnosisIndex } from '../diagnosis/index/diagnosis-index.ts';
import { idPattern } from '../domain/addresses/addresses.ts';
import type { AffectedRange } from '../domain/facts/facts.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Grows when an older reader could not use what is written here. */
const KNOWLEDGE_VERSION = 1;

/** What is said of a fault where its article is not at hand. */
export interface FaultCard {
  title: string;
  summary: string;
  affected: readonly AffectedRange[];
}

/**
 * All that is needed to diagnose and to answer, in one language: what the site serves, the npm package and the Action
 * carry. A contract: fields are added, never renamed or removed, unless the version grows.
 */
export interface Knowledge {
  version: number;
  language: Locale;
  index: DiagnosisIndex;
  /** What is said of each fault, by id. */
  cards: Readonly<Record<string, FaultCard>>;
}

/** Knowledge of a site whose address is known. */
export interface PublishedKnowledge extends Knowledge {
  /** Where the articles can be read. */
  site: string;
}

/** Puts the version in front. */
export function createKnowledge(known: Omit<Knowledge, 'version'>): Knowledge {
  return { version: KNOWLEDGE_VERSION, ...known };
}

/** Knowledge that cannot be used; the message says why and what to do. */
export class UnreadableKnowledge extends Error {}

/**
 * Takes knowledge that somebody else wrote.
 *
 * @param data JSON, parsed
 * @throws UnreadableKnowledge when it is of another version, or none at all
 */
export function readKnowledge(data: unknown): Knowledge {
  const { version, index, cards } = (data ?? {}) as Partial<Knowledge>;
  const versions = [
    ['its version', version, KNOWLEDGE_VERSION],
    ['the version of its index', index?.version, INDEX_VERSION],
  ] as const;
  for (const [name, found, read] of versions) {
    if (typeof found !== 'number') throw new UnreadableKnowledge(`${name} is missing`);
    if (found === read) continue;
    const advice = found > read ? 'take a newer release of this program' : 'build the site anew';
    throw new UnreadableKnowledge(`${name} is ${found}, this program reads ${read}: ${advice}`);
  }
  // Ids stand in addresses and logs as they are.
  const isWhole =
    Array.isArray(index?.articles) &&
    index.articles.every((article) => article === null || idPattern.test(article.id)) &&
    Object.values(cards ?? {}).every(isCard);
  if (!isWhole) throw new UnreadableKnowledge('its articles or cards are not as they should be');
  return data as Knowledge;
}

function isCard(card: Partial<Record<keyof FaultCard, unknown>> | null): boolean {
  return (
    typeof card?.title === 'string' &&
    typeof card.summary === 'string' &&
    Array.isArray(card.affected)
  );
}
