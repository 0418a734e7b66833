import type { Environment } from '../domain/environment/environment.ts';
import type { NamedRow } from '../domain/lookup/answer-fault.ts';
import type { FoundRow, NameToFind, RowFinder } from '../domain/lookup/find-row.ts';
import { signatureLine, toConditional } from '../domain/facts/signature.ts';
import { readBareName } from './clean/bare-name.ts';
import { readPaste, type Localization, type PasteLine } from './clean/read-paste.ts';
import { rankArticles, type Candidate } from './decide/rank-articles.ts';
import { namesIn, resolveNames, type UnknownName } from './decide/resolve-names.ts';
import type { DiagnosisIndex, IndexedArticle, IndexedLookup } from './index/diagnosis-index.ts';
import { openIndex } from './index/open-index.ts';
import { conditionsHold } from './match/conditions.ts';
import { chainDepths } from './match/exception-chains.ts';
import { findMatches, type Match } from './match/find-matches.ts';
import { namesPackage } from './match/names-package.ts';
import { readEnvironment } from './read-environment.ts';

/**
 * `high`: the paste has a complete signature of the fault. `medium`: it lacks little of one, another fault comes first, or the
 * paste is only a name, which no program has reported as missing.
 */
export type Confidence = 'high' | 'medium';

/** A fault that the diagnosis holds responsible. */
export interface Finding {
  id: string;
  slug: string;
  confidence: Confidence;
  /** The line that matched, as it was printed but without colors and prefixes, and its number in the paste, 1-based. */
  line: {
    number: number;
    text: string;
    /** A localized line in English, or the message of a bare name, as it was compared with the signatures. */
    english?: string;
  };
  /** The signature of the article that matched. */
  signature: string;
  /** Share of the signature's weight that was found, between 0 and 1. */
  share: number;
  /** True if this finding and others are equally likely, because they print the same line. */
  isShared: boolean;
  /** Of a shared finding, another line that its fault prints and the others do not, if any. */
  lookFor?: string;
  /** Of an article with a lookup, the name in the line, with its row. */
  named?: NamedRow;
}

export interface Diagnosis {
  /** Best first; empty for an unknown error. */
  findings: Finding[];
  environment: Environment;
  /** Names that have the form of a known fault, but that its table does not have. */
  unknownNames: UnknownName[];
  /** True when the paste was longer than `MAX_PASTE_LENGTH` and only its beginning was read. */
  truncated: boolean;
}

const DEFAULT_LIMIT = 5;

interface DiagnoseOptions {
  /** Maximum number of findings. */
  limit?: number;
  /** Without it, localized messages are not recognized. */
  localization?: Localization;
  /** Without it, articles with a lookup make no claim. */
  findRow?: RowFinder;
}

/** A paste with the signatures that were found in it. */
export interface MatchedPaste {
  lines: readonly PasteLine[];
  matches: readonly Match[];
  environment: Environment;
  truncated: boolean;
  /** The names that `findRow` will be asked for. */
  names: NameToFind[];
}

/**
 * Finds the known faults behind the output of a program.
 *
 * @param index from `buildIndex`
 * @param paste any text, from one line to a log of megabytes
 * @throws {Error} if the index has another version than `INDEX_VERSION`
 */
export function diagnose(
  index: DiagnosisIndex,
  paste: string,
  { localization, ...options }: DiagnoseOptions = {},
): Diagnosis {
  return diagnoseMatches(matchPaste(index, paste, localization), options);
}

/** The first half of `diagnose`: tells which names have to be looked up, for callers that must fetch their rows. */
export function matchPaste(
  index: DiagnosisIndex,
  paste: string,
  localization?: Localization,
): MatchedPaste {
  const open = openIndex(index);
  const { lines: read, truncated } = readPaste(paste, localization);
  const lines = readBareName(read);
  const environment = readEnvironment(lines, open.packages);
  const matches = findMatches(lines, open, conditionsHold(lines));
  return { lines, matches, environment, truncated, names: namesIn(matches, lines) };
}

/** The second half of `diagnose`. */
export function diagnoseMatches(
  { lines, matches, environment, truncated }: MatchedPaste,
  { limit = DEFAULT_LIMIT, findRow }: Omit<DiagnoseOptions, 'localization'> = {},
): Diagnosis {
  const resolved = resolveNames(matches, lines, findRow ?? (() => undefined));
  const { leading, others } = rankArticles(resolved.matches, chainDepths(lines), environment);
  const findings = [...leading, ...others].slice(0, limit).map((candidate) => {
    const { article } = candidate;
    const row = resolved.rows.get(article);
    const named = article.lookup && row && namedRow(row, article.lookup, lines);
    return { ...toFinding(candidate, leading, lines), ...(named && { named }) };
  });
  return { findings, environment, unknownNames: findRow ? resolved.unknown : [], truncated };
}

function namedRow(found: FoundRow, { key }: IndexedLookup, lines: readonly PasteLine[]): NamedRow {
  const mentioned = found.row.python
    .map(({ name }) => name)
    .filter((name) => lines.some(({ text }) => namesPackage(text, name)));
  return { ...found, key, mentioned };
}

function toFinding(
  candidate: Candidate,
  leading: readonly Candidate[],
  lines: readonly PasteLine[],
): Finding {
  const { article, match, isComplete } = candidate;
  const isFirst = leading.includes(candidate);
  const isShared = isFirst && leading.length > 1;
  const lookFor = isShared ? distinguishingLine(article, leading) : undefined;
  const { number = 0, text = '', english, isBareName } = lines[match.line] ?? {};
  return {
    id: article.id,
    slug: article.slug,
    confidence: isComplete && isFirst && !isBareName ? 'high' : 'medium',
    line: { number, text, ...(english !== undefined && { english }) },
    signature: match.signature.pattern.text,
    share: match.share,
    isShared,
    ...(lookFor !== undefined && { lookFor }),
  };
}

function distinguishingLine(
  article: IndexedArticle,
  equals: readonly Candidate[],
): string | undefined {
  const others = equals.filter((other) => other.article !== article);
  const shared = new Set(others.flatMap((other) => other.article.signatures.map(signatureLine)));
  // A supporting line is printed by faults outside of this list, too.
  return article.signatures
    .map(toConditional)
    .find(({ line, role }) => role !== 'supporting' && !shared.has(line))?.line;
}
