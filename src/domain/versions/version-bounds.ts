import type { Ecosystem } from '../vocabulary.ts';
import { compareVersions, isVersion } from './versions.ts';

/** An interval of versions. */
export interface VersionBounds {
  /** First version of the interval; absent if it is the first release. */
  from?: string;
  /** First version after the interval; absent if there is none. */
  before?: string;
}

/** Describes valid bounds, for messages. */
export const boundsGrammar = 'bounds such as ">=2.2", "<2.0" or ">=1.26,<2.2"';

const CLAUSE = /^(>=|<)\s{0,3}([^\s<>=!~]{1,40})$/;

/**
 * Parses bounds: at most one `>=` clause and one `<` clause, separated by a comma.
 *
 * @returns `undefined` for anything else, for an invalid version and for an empty interval; see `boundsGrammar`
 */
export function readBounds(ecosystem: Ecosystem, text: string): VersionBounds | undefined {
  const clauses = text.split(',').map((clause) => CLAUSE.exec(clause.trim()));
  if (clauses.length > 2) return undefined;
  const bounds: VersionBounds = {};
  for (const clause of clauses) {
    const [, operator, version] = clause ?? [];
    if (version === undefined || !isVersion(ecosystem, version)) return undefined;
    const end = operator === '<' ? 'before' : 'from';
    if (bounds[end] !== undefined) return undefined;
    bounds[end] = version;
  }
  const { from, before } = bounds;
  const isEmpty =
    from !== undefined && before !== undefined && compareVersions(ecosystem, from, before) >= 0;
  return isEmpty ? undefined : bounds;
}

/** Formats bounds as `readBounds` parses them. */
export function formatBounds({ from, before }: VersionBounds): string {
  return [
    ...(from === undefined ? [] : [`>=${from}`]),
    ...(before === undefined ? [] : [`<${before}`]),
  ].join(',');
}

/** True for a version in the interval; `from` is included, `before` is not. */
export function isWithinBounds(
  ecosystem: Ecosystem,
  { from, before }: VersionBounds,
  version: string,
): boolean {
  return (
    (from === undefined || compareVersions(ecosystem, version, from) >= 0) &&
    (before === undefined || compareVersions(ecosystem, version, before) < 0)
  );
}
