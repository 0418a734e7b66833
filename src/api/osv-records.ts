import { PackageURL } from 'packageurl-js';
import { markdownText } from '../domain/text/citations.ts';
import type { AffectedRange, Facts } from '../domain/facts/facts.ts';
import type { OsvRecord, ReferenceType } from './osv-schema.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import type { Ecosystem, UpstreamKind } from '../domain/vocabulary.ts';

/** The version of the OSV format (https://ossf.github.io/osv-schema/) in which the records are written. */
const FORMAT_VERSION = '1.7.5';

/** Ids of databases that osv.dev does not gather begin so. */
const PRIVATE_PREFIX = 'x_';

/** `introduced` where nobody knows better: it is before every version. */
const FIRST_VERSION = '0';

type RangeType = OsvRecord['affected'][number]['ranges'][number]['type'];

/** How an ecosystem's packages and versions are written down. */
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

/** What a record is made of: facts and the place of the article. */
export type OsvSource = Omit<Facts, 'project'> & {
  slug: string;
  /** Full address of the article. */
  url: string;
};

/**
 * The faults as OSV records, in the order given.
 *
 * A fault without an affected package, as those of Python itself are, gets a record that no scanner matches: OSV has no
 * ecosystem for CPython, whose own advisories name commits, which the facts do not have. The record is there for who
 * follows `related` or reads the whole archive; `database_specific.python` says which versions have the fault.
 *
 * @param sources all of them, since related faults are named by id
 */
export function osvRecords(sources: readonly OsvSource[]): OsvRecord[] {
  const related = lookAlikes(sources);
  return sources.map((source) => osvRecord(source, related.get(source.id) ?? []));
}

function osvRecord(source: OsvSource, related: readonly string[]): OsvRecord {
  const { id, slug, url, title, summary, published, updated, affected, upstream } = source;
  const { symptom, status, python, platforms, builds } = source;
  return {
    schema_version: FORMAT_VERSION,
    id: osvId(id),
    modified: midnight(updated),
    published: midnight(published),
    related: related.map(osvId),
    summary: title,
    details: `${markdownText(summary)}\n\nAn ordinary fault, no vulnerability. Cause and cure: <${url}>`,
    affected: affectedPackages(affected),
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
    },
  };
}

const osvId = (id: string) => PRIVATE_PREFIX + id;

const midnight = (day: string) => `${day}T00:00:00Z`;

/** Maps the id of each fault to the sorted ids of related faults. The relation is symmetric, as in OSV. */
function lookAlikes(sources: readonly OsvSource[]): Map<string, string[]> {
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
 * One entry a package, with each of its ranges as one of OSV. A range without `fixed` stays open: `last_affected` would
 * say that later versions are sound, which nobody has looked at.
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
