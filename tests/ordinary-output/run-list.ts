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
export type Run = z.infer<typeof run>;

/** Reads `runs.yaml`. */
export function readRunList() {
  const file = path.join(import.meta.dirname, 'runs.yaml');
  return runList.parse(parse(readFileSync(file, 'utf8'), { merge: true }));
}
