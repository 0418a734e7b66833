import type { Environment } from './environment.ts';

/** A full `pip list` would bury the rest of the line. */
const MAX_PACKAGES = 6;

/** Lists what a paste reveals about the machine in one line of untranslated names; empty when it reveals nothing. */
export function describeEnvironment(environment: Environment): string {
  const { python, build, platform, architecture, packages } = environment;
  const interpreter = python && `Python ${python}${build === 'free-threaded' ? 't' : ''}`;
  const names = Object.entries(packages)
    // The interpreter comes first, with its build.
    .filter(([name]) => name !== 'python')
    .slice(0, MAX_PACKAGES)
    .map(([name, version]) => `${name} ${version}`);
  return [interpreter, platform, architecture, ...names].filter(Boolean).join(', ');
}
