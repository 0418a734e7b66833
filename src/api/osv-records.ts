import { PackageURL } from 'packageurl-js';
import { markdownText } from '../domain/text/citations.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import type { OsvRecord, ReferenceType } from './osv-schema.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import type { Ecosystem, UpstreamKind } from '../domain/vocabulary.ts';

/**
 * Version of the OSV format that the records use.
 *
 * @see https://ossf.github.io/osv-schema/
 */
const FORMAT_VERSION = '1.7.5';

/** Prefix of ids in databases that osv.dev does not import. */
const PRIVATE_PREFIX = 'x_';

/** `introduced` if the first affected version is unknown: OSV sorts `0` before every version. */
const FIRST_VERSION = '0';

type RangeType = OsvRecord['affected'][number]['ranges'][number]['type'];

/** Package URL type and version scheme of each ecosystem. */
const notation: Record<Ecosystem, { purlType: string; rangeType: RangeType }> = {
  PyPI: { purlType: 'pypi', rangeType: 'ECOSYSTEM' },
  'crates.io': { purlType: 'cargo', rangeType: 'SEMVER' },
};

const referenceTypes: Record<UpstreamKind, ReferenceType> = {
  issue: 'REPORT',
  fix: 'FIX',
  docs: 'ARTICLE',
  change: 'WEB',
  discussion: 'WEB',
  downstream: 'WEB',
  related: 'WEB',
};

/** The input of a record: the facts of an article and its address. */
export type OsvSource = Omit<Facts, 'project'> & {
  slug: string;
  /** Full address of the article. */
  url: string;
};

/**
 * Returns the faults as OSV records, in the same order.
 *
 * A fault in Python itself affects no package, so scanners never match its record: OSV has no ecosystem for CPython, and
 * CPython's own advisories name commits, which the facts don't have. The record is useful with `related` or for reading
 * the whole archive; `database_specific.python` contains the affected Python versions.
 *
 * @param sources all articles, since records refer to related faults by id
 */
export function osvRecords(sources: readonly OsvSource[]): OsvRecord[] {
  const related = relatedIds(sources);
  return sources.map((source) => osvRecord(source, related.get(source.id) ?? []));
}

function osvRecord(source: OsvSource, related: readonly string[]): OsvRecord {
  const { id, slug, url, title, summary, published, updated, affected, upstream } = source;
  const { symptom, status, python, platforms, builds, cause, fix, concerns } = source;
  // A range of OSV has no conditions: a scanner would report every installed version of it.
  const conditional = affected.filter(isConditional);
  return {
    schema_version: FORMAT_VERSION,
    id: osvId(id),
    modified: midnight(updated),
    published: midnight(published),
    related: related.map(osvId),
    summary: title,
    details: `${markdownText(summary)}\n\nFix: ${markdownText(fix.text)}\n\nAn ordinary fault, not a vulnerability. Cause and fix: <${url}>`,
    affected: affectedPackages(affected.filter((range) => !isConditional(range))),
    references: [
      { type: 'ARTICLE', url },
      ...upstream.map((link) => ({ type: referenceTypes[link.kind], url: link.url })),
    ],
    database_specific: {
      vulnerability: false,
      id,
      slug,
      symptom,
      status,
      python,
      platforms,
      builds,
      cause,
      fix,
      ...(conditional.length > 0 && { incompatible: conditional }),
      ...(concerns.length > 0 && { concerns }),
    },
  };
}

const isConditional = ({ with: others, python }: AffectedRange) =>
  others !== undefined || python !== undefined;

const osvId = (id: string) => PRIVATE_PREFIX + id;

const midnight = (day: string) => `${day}T00:00:00Z`;

/** Returns the sorted ids of related faults, by id. The relation is symmetric in OSV; that of articles need not be. */
function relatedIds(sources: readonly OsvSource[]): Map<string, string[]> {
  const idOf = new Map(sources.map(({ slug, id }) => [slug, id]));
  const related = new Map(sources.map(({ id }) => [id, new Set<string>()]));
  for (const { id, related: slugs } of sources) {
    for (const other of slugs.flatMap((slug) => idOf.get(slug) ?? [])) {
      related.get(id)?.add(other);
      related.get(other)?.add(id);
    }
  }
  return new Map([...related].map(([id, others]) => [id, [...others].sort()]));
}

/**
 * Returns one entry per package with all of its ranges. A range without `fixed` stays open: `last_affected` would state
 * that later versions are not affected, which is unknown.
 */
function affectedPackages(ranges: readonly AffectedRange[]): OsvRecord['affected'] {
  const packages = new Map<string, OsvRecord['affected'][number]>();
  for (const { ecosystem, package: written, introduced = FIRST_VERSION, fixed } of ranges) {
    const { purlType, rangeType } = notation[ecosystem];
    const name = ecosystem === 'PyPI' ? normalizeName(written) : written;
    const purl = new PackageURL(purlType, undefined, name).toString();
    const entry = packages.get(purl) ?? { package: { ecosystem, name, purl }, ranges: [] };
    entry.ranges.push({
      type: rangeType,
      events: fixed === undefined ? [{ introduced }] : [{ introduced }, { fixed }],
    });
    packages.set(purl, entry);
  }
  return [...packages.values()];
}
