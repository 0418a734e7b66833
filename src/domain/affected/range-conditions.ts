import type { AffectedRange } from '../facts/affected-schema.ts';
import { readBounds, type VersionBounds } from '../versions/version-bounds.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** A package, or the interpreter, that an affected range has to be combined with. */
export interface RangeCondition {
  /** Name of the package; `Python` for the interpreter. */
  name: string;
  /** Registry whose version order the bounds follow. */
  ecosystem: Ecosystem;
  bounds: VersionBounds;
}

/** Returns what a range has to be combined with, Python last; empty if its versions alone decide. */
export function rangeConditions({
  ecosystem,
  with: others = [],
  python,
}: Pick<AffectedRange, 'ecosystem' | 'with' | 'python'>): RangeCondition[] {
  return [
    ...others.map(({ package: name, versions }) => ({
      name,
      ecosystem,
      bounds: readBounds(ecosystem, versions) ?? {},
    })),
    ...(python === undefined
      ? []
      : [{ name: 'Python', ecosystem: 'PyPI' as const, bounds: readBounds('PyPI', python) ?? {} }]),
  ];
}
