import {
  DEFAULT_MEMORY_GIB,
  sides,
  type Command,
  type Evidence,
  type NewestChoice,
  type Reproduction,
  type Requirements,
  type Side,
  type Step,
} from './reproduction.ts';

/** Name of the case that the fields outside of `variants` describe. */
export const MAIN_CASE = 'main';

/** The Python and the packages of a side. */
export interface EnvironmentPlan {
  /** As a reader writes it: `3.11`, `3.13t`; `undefined` for any Python 3. */
  python: string | undefined;
  packages: readonly string[];
  overrides: readonly string[];
  /** Day of the newest releases to install: `2026-11-21`. */
  asOf: string | undefined;
}

/** One side of a case, with everything that it inherits. */
export interface SidePlan extends EnvironmentPlan {
  side: Side;
  label: string | undefined;
  env: Readonly<Record<string, string>>;
  steps: readonly Step[];
}

/** The main case of a reproduction, or a variant, with everything that it inherits. */
export interface CasePlan {
  name: string;
  requires: Requirements;
  shows: Evidence;
  memoryGib: number;
  times: number;
  /** Choice of the case for `--newest`; `undefined` if the status of the article decides. */
  newest: NewestChoice | undefined;
  varies: readonly string[];
  broken: SidePlan | undefined;
  fixed: SidePlan | undefined;
  advice: readonly Command[];
}

/** Returns the main case, if there are steps outside of the variants, and the variants. */
export function casesOf({ skip, variants, not_run: _, ...main }: Reproduction): CasePlan[] {
  if (skip !== undefined) return [];
  const all = Object.entries(variants).map(([name, variant]) => {
    const set = Object.entries(variant).filter(([, value]) => value !== undefined);
    return toCase(name, { ...main, ...Object.fromEntries(set) });
  });
  return main.steps && main.broken ? [toCase(MAIN_CASE, main), ...all] : all;
}

type CaseFields = Omit<Reproduction, 'skip' | 'variants' | 'not_run'>;

function toCase(name: string, fields: CaseFields): CasePlan {
  const [broken, fixed] = sides.map((side) => toSide(side, fields));
  return {
    name,
    requires: fields.requires ?? {},
    shows: fields.shows ?? 'fault',
    memoryGib: fields.memory_gib ?? DEFAULT_MEMORY_GIB,
    times: fields.times ?? 1,
    newest: fields.newest,
    varies: fields.varies ?? [],
    broken,
    fixed,
    advice: fields.advice ?? [],
  };
}

function toSide(side: Side, fields: CaseFields): SidePlan | undefined {
  const own = fields[side];
  if (!own) return undefined;
  return {
    side,
    label: own.label,
    python: own.python ?? fields.python,
    packages: [...(fields.packages ?? []), ...own.packages],
    overrides: [...(fields.overrides ?? []), ...own.overrides],
    asOf: fields.as_of,
    env: { ...fields.env, ...own.env },
    steps: (fields.steps ?? []).filter((step) => step.side === undefined || step.side === side),
  };
}
