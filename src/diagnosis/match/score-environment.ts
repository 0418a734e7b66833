import { pythonVersions } from '../../domain/versions/python-series.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';
import type { IndexedArticle } from '../index/diagnosis-index.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import { stem } from '../index/tokens.ts';

/** What agrees and what contradicts, by the names of the facts. */
export interface EnvironmentEvidence {
  factor: number;
  agrees: EnvironmentFact[];
  contradicts: EnvironmentFact[];
}

export type EnvironmentFact = 'platform' | 'python' | 'build' | 'package' | 'project';

/** How far a fact lifts a finding when it agrees, and lowers it when it contradicts. Reports are often about other machines. */
const FACTORS: Readonly<Record<EnvironmentFact, { agrees: number; contradicts: number }>> = {
  platform: { agrees: 1.04, contradicts: 0.7 },
  python: { agrees: 1.02, contradicts: 0.85 },
  build: { agrees: 1.1, contradicts: 0.85 },
  package: { agrees: 1.15, contradicts: 0.85 },
  project: { agrees: 1.06, contradicts: 1 },
};

/**
 * Holds the facts of an article against the environment of the paste.
 *
 * @param names what the paste names, as normalised terms
 */
export function scoreEnvironment(
  article: IndexedArticle,
  environment: Environment,
  names: ReadonlySet<string>,
): EnvironmentEvidence {
  const evidence: EnvironmentEvidence = { factor: 1, agrees: [], contradicts: [] };
  const note = (fact: EnvironmentFact, isTrue: boolean) => {
    evidence[isTrue ? 'agrees' : 'contradicts'].push(fact);
    evidence.factor *= FACTORS[fact][isTrue ? 'agrees' : 'contradicts'];
  };
  const { platform, python, build, packages } = environment;
  // A fact that every value satisfies says nothing when it agrees.
  const isNarrow = (mask: number, size: number) => mask !== 2 ** size - 1;
  if (platform && isNarrow(article.platforms, platforms.length)) {
    note('platform', hasBit(article.platforms, platforms.indexOf(platform)));
  }
  if (python !== undefined) {
    const name = python.split('.').slice(0, 2).join('.');
    const named = [name, `${name}t`].map((version) => pythonVersions.indexOf(version));
    const known = named.filter((at) => at >= 0);
    if (known.length > 0 && isNarrow(article.pythons, pythonVersions.length)) {
      note(
        'python',
        known.some((at) => hasBit(article.pythons, at)),
      );
    }
  }
  if (build && isNarrow(article.builds, builds.length)) {
    note('build', hasBit(article.builds, builds.indexOf(build)));
  }
  const { project } = article;
  if (names.has(project) || names.has(stem(project))) note('project', true);
  const inside = article.affected.flatMap(([name, introduced, fixed]) => {
    const version = packages[name];
    return version === undefined ? [] : [isWithin(version, introduced, fixed)];
  });
  if (inside.length > 0) note('package', inside.includes(true));
  return evidence;
}

function hasBit(mask: number, bit: number): boolean {
  return bit >= 0 && Math.floor(mask / 2 ** bit) % 2 === 1;
}

function isWithin(version: string, introduced: string, fixed: string): boolean {
  if (introduced !== '' && compareReleases(version, introduced) < 0) return false;
  return fixed === '' || compareReleases(version, fixed) < 0;
}

/**
 * Compares the release numbers of two versions; pre-releases count as the release.
 * Enough for ranking, and a tenth of the code that PEP 440 and SemVer take; the page says "affected" with the exact ones.
 */
function compareReleases(a: string, b: string): number {
  const [left, right] = [releaseOf(a), releaseOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function releaseOf(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
