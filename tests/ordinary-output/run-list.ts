import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const environment = z.strictObject({
  /** Such as 3.12. */
  python: z.string(),
  packages: z.array(z.string()).default([]),
});

const run = z.strictObject({
  /** Name of the virtual environment whose programs come first on the search path. */
  environment: z.string().optional(),
  /** Versions of Python, for a run in several environments: `science` and 3.12 are `science-3.12`. */
  pythons: z.array(z.string()).optional(),
  /** Folder in `sources` whose files are copied into the run's folder. */
  sources: z.string().optional(),
  /** Programs without which the run is skipped, besides those of a C compiler. */
  needs: z.array(z.string()).default([]),
  /** For Bash. */
  command: z.string(),
  exits: z.enum(['success', 'failure', 'signal']),
  faults: z.array(z.string().regex(/^KF-\d{4}$/)).default([]),
});

const runList = z.strictObject({
  environments: z.record(z.string(), environment),
  runs: z.record(z.string().regex(/^[a-z\d.-]+$/), run),
});

export type Environment = z.infer<typeof environment>;
export type Run = Omit<z.infer<typeof run>, 'pythons'>;

/** Reads `runs.yaml`. A run with versions of Python becomes one run for each, named after it. */
export function readRunList() {
  const file = path.join(import.meta.dirname, 'runs.yaml');
  const { environments, runs } = runList.parse(parse(readFileSync(file, 'utf8')));
  const expanded = Object.entries(runs).flatMap(([name, { pythons, ...run }]): [string, Run][] =>
    pythons
      ? pythons.map((version) => [
          `${name}-${version}`,
          { ...run, environment: `${run.environment}-${version}` },
        ])
      : [[name, run]],
  );
  return { environments, runs: Object.fromEntries(expanded) };
}
