import type { Facts } from '../domain/facts/facts.ts';
import type { CasePlan, SidePlan } from '../domain/reproduction/cases.ts';
import { packageKey, readConcern, type Package } from '../domain/versions/package-name.ts';
import type { Ecosystem } from '../domain/vocabulary.ts';
import { withCrate } from './crate-version.ts';
import { pinnedNames, withSpecifier } from './requirement-pins.ts';

/** Files of a reproduction by path. */
type Files = ReadonlyMap<string, string>;

type Concerned = Pick<Facts, 'status' | 'affected' | 'concerns'>;

/** Side of a case that runs with the newest releases, and its files. */
export interface NewestPlan {
  side: SidePlan;
  files: Files;
}

/** Returns the normalized names of the packages of an ecosystem that an article is about. */
function concernedPackages({ affected, concerns }: Concerned, ecosystem: Ecosystem): string[] {
  const packages: Package[] = [
    ...affected.flatMap((range) => [
      { ecosystem: range.ecosystem, name: range.package },
      ...(range.with ?? []).map((other) => ({ ecosystem: range.ecosystem, name: other.package })),
    ]),
    ...concerns.map(readConcern),
  ];
  const names = packages.filter((one) => one.ecosystem === ecosystem).map(({ name }) => name);
  return [...new Set(names.map((name) => packageKey(ecosystem, name)))];
}

/**
 * Returns what shows whether the claim of a case holds for the newest releases: the fixed side if a release has fixed the
 * fault, else the broken one, unless the case names the side, with the pins of the concerned packages removed.
 *
 * @returns `undefined` if nothing pins one of them, or the case is about the pinned releases
 */
export function newestPlan(plan: CasePlan, files: Files, facts: Concerned): NewestPlan | undefined {
  const choice = plan.newest ?? (facts.status === 'fixed' && plan.fixed ? 'fixed' : 'broken');
  const pinned = choice === 'skip' ? undefined : plan[choice];
  if (!pinned) return undefined;
  const concerned = concernedPackages(facts, 'PyPI');
  const names = pinnedNames(pinned).filter((name) => concerned.includes(name));
  const crates = plan.requires.commands?.includes('cargo')
    ? concernedPackages(facts, 'crates.io').filter((name) => withCrate(files, name, '*'))
    : [];
  if (names.length === 0 && crates.length === 0) return undefined;
  const side = names.reduce<SidePlan>((all, name) => withSpecifier(all, name, '') ?? all, {
    ...pinned,
    label: crates.length > 0 ? `newest ${crates.join(', ')}` : undefined,
    asOf: undefined,
  });
  return {
    side,
    files: crates.reduce<Files>((all, name) => withCrate(all, name, '*') ?? all, files),
  };
}
