import type { SidePlan } from '../domain/reproduction/cases.ts';
import { normalizeName } from '../domain/versions/package-name.ts';

const NAME = /^[A-Za-z0-9][\w.-]{0,98}/;

const EXTRAS = /^\[[^\]]{0,99}\]/;

const PIN = /^===?\s{0,9}([^\s,;*]{1,60})$/;

/** Splits a requirement into its name, the extras in brackets, and the specifier. */
function parseRequirement(requirement: string) {
  const name = NAME.exec(requirement)?.[0] ?? '';
  const rest = requirement.slice(name.length).trim();
  const extras = EXTRAS.exec(rest)?.[0] ?? '';
  return { name, extras, specifier: rest.slice(extras.length).trim() };
}

/** Returns the normalized name of a requirement. */
export const requirementName = (requirement: string): string =>
  normalizeName(parseRequirement(requirement).name);

/** Returns the normalized names of the packages of which a side pins one release. */
export function pinnedNames({ packages, overrides }: SidePlan): string[] {
  return [...packages, ...overrides].flatMap((requirement) => {
    const { name, specifier } = parseRequirement(requirement);
    return PIN.test(specifier) ? [normalizeName(name)] : [];
  });
}

/** Returns the release of a package that a side pins, if it does. */
export function pinnedVersion({ packages, overrides }: SidePlan, name: string): string | undefined {
  const requirements = [...packages, ...overrides].filter(
    (requirement) => requirementName(requirement) === normalizeName(name),
  );
  return requirements
    .map((requirement) => PIN.exec(parseRequirement(requirement).specifier)?.[1])
    .find((version) => version !== undefined);
}

/**
 * Sets the specifier of a package wherever a side requires it.
 *
 * @param specifier such as `==3.1.0`; empty for any release
 * @returns `undefined` if the side does not require the package
 */
export function withSpecifier(
  plan: SidePlan,
  name: string,
  specifier: string,
): SidePlan | undefined {
  let isRequired = false;
  const replace = (requirement: string) => {
    if (requirementName(requirement) !== normalizeName(name)) return requirement;
    isRequired = true;
    const parsed = parseRequirement(requirement);
    return parsed.name + parsed.extras + specifier;
  };
  const packages = plan.packages.map(replace);
  const overrides = plan.overrides.map(replace);
  return isRequired ? { ...plan, packages, overrides } : undefined;
}
