import { rangeConditions } from '../domain/affected/range-conditions.ts';
import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import type { VersionBounds } from '../domain/versions/version-bounds.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Texts for ranges of versions. In a separate file because the Action bundles them with its replies. */
interface RangeWords {
  bounds(bounds: VersionBounds): string;
  /** Adds what versions are affected with to the versions. */
  together(versions: string, partners: readonly string[]): string;
}

export const rangeWords: Record<Locale, RangeWords> = {
  en: {
    bounds: ({ from, before }) => {
      if (from === undefined) return before === undefined ? 'all versions' : `before ${before}`;
      return before === undefined ? `${from} or later` : `${from} to before ${before}`;
    },
    together: (versions, partners) => `${versions} with ${partners.join(' and ')}`,
  },
  zh: {
    bounds: ({ from, before }) => {
      if (from === undefined) return before === undefined ? '所有版本' : `低于 ${before}`;
      return before === undefined ? `${from} 或更高版本` : `${from} 起，低于 ${before}`;
    },
    together: (versions, partners) => `${versions}（搭配 ${partners.join('、')}）`,
  },
};

/** Describes the versions of a range, and what they are affected with: `0.61.0 to before 0.61.2 with numpy 2.2 or later`. */
export function describeRange(
  range: Pick<AffectedRange, 'ecosystem' | 'introduced' | 'fixed' | 'with' | 'python'>,
  locale: Locale,
): string {
  const { bounds, together } = rangeWords[locale];
  const { introduced, fixed } = range;
  const versions = bounds({
    ...(introduced !== undefined && { from: introduced }),
    ...(fixed !== undefined && { before: fixed }),
  });
  const partners = rangeConditions(range).map(
    (condition) => `${condition.name} ${bounds(condition.bounds)}`,
  );
  return partners.length > 0 ? together(versions, partners) : versions;
}
