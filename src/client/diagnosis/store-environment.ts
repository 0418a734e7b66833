import type { Environment } from '../../domain/environment/environment.ts';
import { knownFacts, storeMachine } from '../shared/machine-store.ts';

/** Stores for this tab what a paste reveals about the machine; a paste without facts changes nothing. */
export function storeEnvironment(environment: Environment): void {
  const { python, platform } = environment;
  const packages = Object.entries(environment.packages).map(([name, version]) => ({
    name,
    version,
  }));
  if (python === undefined && platform === undefined && packages.length === 0) return;
  storeMachine({ ...knownFacts(environment), packages }, false);
}
