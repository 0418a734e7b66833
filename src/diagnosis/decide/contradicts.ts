import type { Environment } from '../../domain/environment/environment.ts';
import { pythonVersions } from '../../domain/versions/python-series.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';
import type { IndexedArticle } from '../index/diagnosis-index.ts';

/** True if a fault does not occur on the platform, Python version or build that the paste reveals. */
export function contradicts(
  article: IndexedArticle,
  { platform, python, build }: Environment,
): boolean {
  const series = python?.split('.').slice(0, 2).join('.') ?? '';
  return (
    isExcluded(article.platforms, platforms, platform) ||
    isExcluded(article.builds, builds, build) ||
    (isExcluded(article.pythons, pythonVersions, series) &&
      isExcluded(article.pythons, pythonVersions, `${series}t`))
  );
}

/** A value that is not in the list excludes nothing. */
function isExcluded<T>(mask: number, values: readonly T[], value: T | undefined): boolean {
  const bit = value === undefined ? -1 : values.indexOf(value);
  return bit >= 0 && Math.floor(mask / 2 ** bit) % 2 === 0;
}
