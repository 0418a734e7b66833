import type { Facts } from '../domain/facts/facts.ts';
import type { CasePlan, SidePlan } from '../domain/reproduction/cases.ts';
import { normalizeName, readConcern } from '../domain/versions/package-name.ts';
import { pinnedNames, withSpecifier } from './requirement-pins.ts';

/** Returns the normalized names of the PyPI packages that an article is about. */
export function concernedPackages({ affected, concerns }: Facts): string[] {
  const names = [
    ...affected.flatMap(({ ecosystem, package: name, with: others = [] }) => [
      ...(ecosystem === 'PyPI' ? [name] : []),
      ...others.map((other) => other.package),
    ]),
    ...concerns
      .map(readConcern)
      .flatMap(({ ecosystem, name }) => (ecosystem === 'PyPI' ? name : [])),
  ];
  return [...new Set(names.map(normalizeName))];
}

/**
 * Returns the side of a case that shows whether its claim holds for the newest releases: the fixed one if a
 * release has fixed the fault, else the broken one, with the pins of the concerned packages removed.
 *
 * @returns `undefined` if the side pins none of them, or the case is about the pinned releases
 */
export function newestPlan(
  { newest, broken, fixed }: CasePlan,
  facts: Facts,
): SidePlan | undefined {
  if (!newest) return undefined;
  const side = facts.status === 'fixed' ? (fixed ?? broken) : broken;
  if (!side) return undefined;
  const concerned = concernedPackages(facts);
  const names = pinnedNames(side).filter((name) => concerned.includes(name));
  if (names.length === 0) return undefined;
  return names.reduce<SidePlan>((plan, name) => withSpecifier(plan, name, '') ?? plan, {
    ...side,
    label: undefined,
    asOf: undefined,
  });
}
