import { INDEX_VERSION, type DiagnosisIndex } from '../diagnosis/index/diagnosis-index.ts';
import { idPattern } from '../domain/addresses/addresses.ts';
import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import type { Fix } from '../domain/facts/fix-schema.ts';
import type { TableRow } from '../domain/lookup/lookup-table.ts';
import type { Lookup } from '../domain/lookup/lookup-schema.ts';
import {
  defaultLocale,
  type Build,
  type Cause,
  type Locale,
  type Platform,
} from '../domain/vocabulary.ts';
import type { SearchDocument } from '../search/ranking/search-document.ts';

/** Version of the format. Increased with every change that programs of an earlier release can't read. */
export const KNOWLEDGE_VERSION = 1;

/** A short description of a fault, for answers without its article. */
export interface FaultCard {
  title: string;
  summary: string;
  fix: Fix;
  cause: Cause;
  /** Decide whether a machine has the fault, see `evaluateFault`. */
  affected: readonly AffectedRange[];
  python: string;
  platforms: readonly Platform[];
  builds: readonly Build[];
  /** The table that answers the fault for many names, with the answers in the language of the card. */
  lookup?: Lookup;
}

/**
 * Everything needed to diagnose and answer in one language. The site serves it; the npm package and the Action contain
 * it. A contract: fields are added, never renamed or removed without a new version.
 */
export interface Knowledge {
  version: number;
  language: Locale;
  index: DiagnosisIndex;
  /** Input of `createSearchIndex`; missing from the knowledge of earlier releases. */
  documents?: readonly SearchDocument[];
  /**
   * Addresses of messages, as paths, that forward to articles although no signature has the message any longer; missing
   * from the knowledge of earlier releases.
   */
  formerMessages?: readonly string[];
  /** The rows of the tables that articles look up names in; missing from the knowledge of earlier releases. */
  tables?: Readonly<Record<string, readonly TableRow[]>>;
  /** By id of the article. */
  cards: Readonly<Record<string, FaultCard>>;
}

/** Knowledge with the address of its site. */
export interface PublishedKnowledge extends Knowledge {
  /** URL of the home page. */
  site: string;
}

/** Returns the name of the file with the knowledge in a language, as the Action and the npm package contain it. */
export const knowledgeFile = (language: Locale) =>
  language === defaultLocale ? 'knowledge.json' : `knowledge.${language}.json`;

/** Name of the file with the tables, which are the same in every language: packages contain it beside the knowledge. */
export const tablesFile = 'tables.json';

/** Adds the version of the format. */
export function createKnowledge(content: Omit<Knowledge, 'version'>): Knowledge {
  return { version: KNOWLEDGE_VERSION, ...content };
}

/** Reports that knowledge can't be used; the message contains the reason and what to do. */
export class UnreadableKnowledge extends Error {}

/**
 * Validates knowledge from another site or release.
 *
 * @param data parsed JSON
 * @throws {UnreadableKnowledge} if it has another version or is malformed
 */
export function readKnowledge(data: unknown): Knowledge {
  const { version, index, cards, tables = {} } = (data ?? {}) as Partial<Knowledge>;
  const versions = [
    ['its version', version, KNOWLEDGE_VERSION],
    ['the version of its index', index?.version, INDEX_VERSION],
  ] as const;
  for (const [name, found, supported] of versions) {
    if (typeof found !== 'number') throw new UnreadableKnowledge(`${name} is missing`);
    if (found === supported) continue;
    const advice =
      found > supported ? 'take a newer release of this program' : 'build the site again';
    throw new UnreadableKnowledge(
      `${name} is ${found}, this program reads ${supported}: ${advice}`,
    );
  }
  // Ids are used in URLs and logs without escaping.
  const isWellFormed =
    Array.isArray(index?.articles) &&
    index.articles.every((article) => idPattern.test(article.id)) &&
    Object.values(cards ?? {}).every(isCard) &&
    Object.values(tables).every((rows) => Array.isArray(rows) && rows.every(isRow));
  if (!isWellFormed)
    throw new UnreadableKnowledge('its articles, cards or tables are not as they should be');
  return data as Knowledge;
}

function isCard(card: Partial<Record<keyof FaultCard, unknown>> | null): boolean {
  return (
    typeof card?.title === 'string' &&
    typeof card.summary === 'string' &&
    typeof (card.fix as Partial<Fix> | undefined)?.text === 'string' &&
    typeof card.cause === 'string' &&
    Array.isArray(card.affected)
  );
}

function isRow(row: Partial<Record<keyof TableRow, unknown>> | null): boolean {
  const isMapping = (value: unknown) => typeof value === 'object' && value !== null;
  return (
    typeof row?.name === 'string' &&
    [row.keys, row.texts, row.codes, row.packages].every(isMapping) &&
    Object.values(row.keys as object).every(Array.isArray) &&
    Array.isArray(row.python)
  );
}
