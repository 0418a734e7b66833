import type { Environment } from '../../domain/environment/environment.ts';

/** Packages beyond these few would bury the rest. */
const PACKAGES = 6;

/** What a paste betrays of the reader's machine, in one line of names that need no translation; may be empty. */
export function describeEnvironment(environment: Environment): string {
  const { python, build, platform, architecture, packages } = environment;
  const interpreter = python && `Python ${python}${build === 'free-threaded' ? 't' : ''}`;
  const names = Object.entries(packages)
    // The interpreter is named already, with its build.
    .filter(([name]) => name !== 'python')
    .slice(0, PACKAGES)
    .map(([name, version]) => `${name} ${version}`);
  return [interpreter, platform, architecture, ...names].filter(Boolean).join(', ');
}
