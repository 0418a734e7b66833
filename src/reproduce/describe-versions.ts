import type { CasePlan, SidePlan } from '../domain/reproduction/cases.ts';
import { truncate } from '../domain/text/truncate.ts';
import { pinnedNames, requirementName } from './requirement-pins.ts';

/** Maximum length of `verified.broken` and `verified.fixed`. */
const MAX_LENGTH = 80;

/**
 * Describes what distinguishes a side: `cython 3.0.12`. Without a label, these are the packages that the other side requires
 * differently, with the overrides, or else all pinned ones.
 *
 * @param own the side as it ran
 * @param packages installed versions by normalized name
 * @param python version of the interpreter, named if no package is or the sides differ in it
 */
export function describeVersions(
  { broken, fixed }: CasePlan,
  own: SidePlan,
  packages: Readonly<Record<string, string>>,
  python: string,
): string {
  const other = own.side === 'broken' ? fixed : broken;
  if (own.label !== undefined) return own.label;
  const others = requirementsOf(other);
  const distinct = requirementsOf(own).filter((requirement) => !others.includes(requirement));
  const names =
    distinct.length > 0 ? [...distinct, ...own.overrides].map(requirementName) : pinnedNames(own);
  const versions = [...new Set(names)].flatMap((name) => {
    const version = packages[name];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  const namesPython = versions.length === 0 || (other !== undefined && other.python !== own.python);
  const parts = [...(namesPython ? [`Python ${python}`] : []), ...versions];
  return truncate(parts.join(', '), MAX_LENGTH);
}

const requirementsOf = (plan: SidePlan | undefined): readonly string[] =>
  plan ? [...plan.packages, ...plan.overrides] : [];
