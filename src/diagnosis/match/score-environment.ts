import { pythonVersions } from '../../domain/versions/python-series.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';
import type { IndexedArticle } from '../index/diagnosis-index.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import { stem } from '../index/tokens.ts';

/** Which facts of an article agree with the environment of the paste, and which contradict it. */
export interface EnvironmentEvidence {
  /** For the score of the article; 1 is neutral. */
  factor: number;
  agrees: EnvironmentFact[];
  contradicts: EnvironmentFact[];
}

export type EnvironmentFact = 'platform' | 'python' | 'build' | 'package' | 'project';

/** Fitted, and close to 1: reports are often about other machines than the one that the article names. */
const FACTORS: Readonly<Record<EnvironmentFact, { agrees: number; contradicts: number }>> = {
  platform: { agrees: 1.04, contradicts: 0.7 },
  python: { agrees: 1.02, contradicts: 0.85 },
  build: { agrees: 1.1, contradicts: 0.85 },
  package: { agrees: 1.15, contradicts: 0.85 },
  project: { agrees: 1.06, contradicts: 1 },
};

/**
 * Compares the facts of an article with the environment of the paste.
 *
 * @param names terms that the paste contains
 */
export function scoreEnvironment(
  article: IndexedArticle,
  environment: Environment,
  names: ReadonlySet<string>,
): EnvironmentEvidence {
  const evidence: EnvironmentEvidence = { factor: 1, agrees: [], contradicts: [] };
  const add = (fact: EnvironmentFact, agrees: boolean) => {
    const side = agrees ? 'agrees' : 'contradicts';
    evidence[side].push(fact);
    evidence.factor *= FACTORS[fact][side];
  };
  const { platform, python, build, packages } = environment;
  // A fact that allows every value is not evidence.
  const isNarrow = (mask: number, size: number) => mask !== 2 ** size - 1;
  if (platform && isNarrow(article.platforms, platforms.length)) {
    add('platform', hasBit(article.platforms, platforms.indexOf(platform)));
  }
  if (python !== undefined) {
    const series = python.split('.').slice(0, 2).join('.');
    const bits = [series, `${series}t`]
      .map((version) => pythonVersions.indexOf(version))
      .filter((bit) => bit >= 0);
    if (bits.length > 0 && isNarrow(article.pythons, pythonVersions.length)) {
      add(
        'python',
        bits.some((bit) => hasBit(article.pythons, bit)),
      );
    }
  }
  if (build && isNarrow(article.builds, builds.length)) {
    add('build', hasBit(article.builds, builds.indexOf(build)));
  }
  const { project } = article;
  if (names.has(project) || names.has(stem(project))) add('project', true);
  const inside = article.affected.flatMap(([name, introduced, fixed]) => {
    const version = packages[name];
    return version === undefined ? [] : [isWithin(version, introduced, fixed)];
  });
  if (inside.length > 0) add('package', inside.includes(true));
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
 * Compares the release numbers of two versions; a pre-release counts as its release. This is enough for ranking and a
 * tenth of the code of PEP 440 and SemVer, which the page uses to decide what is affected.
 */
function compareReleases(a: string, b: string): number {
  const [left, right] = [releaseOf(a), releaseOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function releaseOf(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
