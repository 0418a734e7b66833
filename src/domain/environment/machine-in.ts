import type { Machine } from '../affected/machine.ts';
import { knownFacts, type Environment } from './environment.ts';

/** Returns what a text reveals about the machine that printed it; `undefined` if that is nothing. */
export function machineIn(environment: Environment): Omit<Machine, 'isComplete'> | undefined {
  const { python, platform } = environment;
  const packages = Object.entries(environment.packages).map(([name, version]) => ({
    name,
    version,
  }));
  const isEmpty = python === undefined && platform === undefined && packages.length === 0;
  return isEmpty ? undefined : { ...knownFacts(environment), packages };
}
