import type { Environment } from '../../domain/environment/environment.ts';
import { findMachine, keepMachine, type KeptMachine } from '../shared/machine-store.ts';
import type { Verdict } from '../../domain/affected/evaluate-fault.ts';

/** What is known of the faults for the reader's machine. */
export interface MachineVerdicts {
  /** By the id of the fault. */
  verdicts: ReadonlyMap<string, Verdict>;
  /** Ids of the faults that the machine has or may have. */
  possible: string[];
  /** In the reader's language. */
  nameOf: Readonly<Record<Verdict, string>>;
}

/** Keeps for this tab what a paste said of its machine; a paste that says nothing changes nothing. */
export function keepEnvironment({ python, build, platform, packages }: Environment): void {
  const listed = Object.entries(packages).map(([name, version]) => ({ name, version }));
  if (python === undefined && platform === undefined && listed.length === 0) return;
  const machine: KeptMachine = {
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
    packages: listed,
  };
  keepMachine(machine, false);
}

/**
 * What each fault says to the reader's machine; `undefined` while nothing is known of that, or where the facts cannot
 * be had: a search goes on without.
 */
export async function machineVerdicts(): Promise<MachineVerdicts | undefined> {
  const machine = findMachine();
  if (!machine) return undefined;
  try {
    const [{ verdictsFor }, { answerWords }, { siteLocale }] = await Promise.all([
      import('../audit/fault-facts.ts'),
      import('../../i18n/answer-words.ts'),
      import('../shared/dom.ts'),
    ]);
    const verdicts = await verdictsFor(machine);
    return {
      verdicts,
      possible: [...verdicts].flatMap(([id, verdict]) =>
        verdict === 'affected' || verdict === 'unknown' ? [id] : [],
      ),
      nameOf: answerWords[siteLocale()].verdicts,
    };
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
