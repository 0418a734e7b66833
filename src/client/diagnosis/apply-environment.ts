import type { Environment } from '../../domain/environment/environment.ts';
import { machineIn } from '../../domain/environment/machine-in.ts';
import { applyMachine } from '../shared/machine-store.ts';

/**
 * Makes what a text reveals about the machine the reader's machine.
 *
 * @param isFromAddress whether a part of the text came from the address of the page
 */
export function applyEnvironment(environment: Environment, isFromAddress: boolean): void {
  applyMachine(machineIn(environment), isFromAddress);
}
