import type { Environment, MachineFacts } from './environment.ts';

/** A full `pip list` would bury the rest of the line. */
const MAX_PACKAGES = 6;

/** Lists what a paste reveals about the machine in one line of untranslated names; empty when it reveals nothing. */
export function describeEnvironment(environment: Environment): string {
  const { platform, architecture, packages } = environment;
  const python = pythonText(environment);
  const interpreter = python && `Python ${python}`;
  const names = Object.entries(packages)
    // The interpreter comes first, with its build.
    .filter(([name]) => name !== 'python')
    .slice(0, MAX_PACKAGES)
    .map(([name, version]) => `${name} ${version}`);
  return [interpreter, platform, architecture, ...names].filter(Boolean).join(', ');
}

/** Returns a version of Python with the `t` of the free-threaded build, as a reader types it. */
export function pythonText({ python, build }: MachineFacts): string | undefined {
  if (python === undefined || build !== 'free-threaded' || python.endsWith('t')) return python;
  return `${python}t`;
}

/** Returns the version and the build of a typed version: without a `t` it is the build with the GIL. */
export function typedPython(python: string): MachineFacts {
  return { python, build: /t$/i.test(python) ? 'free-threaded' : 'gil' };
}
