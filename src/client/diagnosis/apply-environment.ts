import type { Environment } from '../../domain/environment/environment.ts';
import { applyMachine, knownFacts, type StoredMachine } from '../shared/machine-store.ts';

/** Returns what a text reveals about the machine that printed it; `undefined` if that is nothing. */
export function machineIn(environment: Environment): StoredMachine | undefined {
  const { python, platform } = environment;
  const packages = Object.entries(environment.packages).map(([name, version]) => ({
    name,
    version,
  }));
  const isEmpty = python === undefined && platform === undefined && packages.length === 0;
  return isEmpty ? undefined : { ...knownFacts(environment), packages };
}

/**
 * Makes what a text reveals about the machine the reader's machine.
 *
 * @param isFromAddress whether a part of the text came from the address of the page
 */
export function applyEnvironment(environment: Environment, isFromAddress: boolean): void {
  applyMachine(machineIn(environment), isFromAddress);
}
