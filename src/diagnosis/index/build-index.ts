import { normalizeName } from '../../domain/versions/package-name.ts';
import { affectedPythons, pythonVersions } from '../../domain/versions/python-series.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';
import { INDEX_VERSION, type DiagnosisIndex, type IndexedArticle } from './diagnosis-index.ts';
import type { IndexedFacts } from './index-entry.ts';
import { encodeWeights, signatureWords, weightOfFrequency } from './word-weights.ts';

/** Builds the index of a library. The same entries in the same order give the same index, byte for byte. */
export function buildIndex(entries: readonly IndexedFacts[]): DiagnosisIndex {
  const lines = signatureWords(entries);
  const counts = new Map<string, number>();
  for (const words of lines) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) =>
    weightOfFrequency((counts.get(word) ?? 0) / (lines.length + 1));
  return {
    version: INDEX_VERSION,
    articles: entries.map(indexArticle),
    weights: encodeWeights(lines, weightOf),
    packages: [
      ...new Set(
        entries.flatMap(({ affected }) => affected.map((range) => normalizeName(range.package))),
      ),
    ].sort(),
  };
}

function indexArticle({
  id,
  slug,
  signatures,
  lookup,
  general,
  ...facts
}: IndexedFacts): IndexedArticle {
  return {
    id,
    slug,
    platforms: toMask(platforms, facts.platforms),
    pythons: toMask(pythonVersions, affectedPythons(facts.python, facts.builds)),
    builds: toMask(builds, facts.builds),
    signatures,
    ...(lookup && { lookup: { table: lookup.table, key: lookup.key } }),
    ...(general && { general }),
  };
}

/** Returns a number whose bit `n` is set if the value at index `n` is among the selected ones. */
function toMask<T>(values: readonly T[], selected: readonly T[]): number {
  return values.reduce(
    (mask, value, bit) => (selected.includes(value) ? mask + 2 ** bit : mask),
    0,
  );
}
