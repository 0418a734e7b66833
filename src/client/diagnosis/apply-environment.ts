import type { Environment } from '../../domain/environment/environment.ts';
import { knownFacts, applyMachine } from '../shared/machine-store.ts';

/**
 * Makes what a text reveals about the machine the reader's machine.
 *
 * @param isFromAddress whether a part of the text came from the address of the page
 */
export function applyEnvironment(environment: Environment, isFromAddress: boolean): void {
  const { python, platform } = environment;
  const packages = Object.entries(environment.packages).map(([name, version]) => ({
    name,
    version,
  }));
  const isEmpty = python === undefined && platform === undefined && packages.length === 0;
  applyMachine(isEmpty ? undefined : { ...knownFacts(environment), packages }, isFromAddress);
}
