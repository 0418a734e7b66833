import type { Verdict } from '../../domain/affected/evaluate-fault.ts';
import { currentMachine } from '../shared/machine-store.ts';
import { siteLocale } from '../shared/site.ts';

/** The faults evaluated for the reader's machine. */
export interface MachineVerdicts {
  /** By the id of the fault. */
  verdicts: ReadonlyMap<string, Verdict>;
  /** Ids of the faults that the machine has or may have. */
  possible: string[];
  /** In the reader's language. */
  names: Readonly<Record<Verdict, string>>;
}

/**
 * Evaluates every fault for the stored machine. Returns `undefined` without a stored machine, or when the facts cannot
 * be loaded: the search then works without verdicts.
 */
export async function machineVerdicts(): Promise<MachineVerdicts | undefined> {
  const machine = currentMachine();
  if (!machine) return undefined;
  try {
    const [{ evaluateAllFaults }, { answerWords }] = await Promise.all([
      import('../audit/fault-facts.ts'),
      import('../../i18n/answer-words.ts'),
    ]);
    const verdicts = await evaluateAllFaults(machine);
    const possible = [...verdicts]
      .filter(([, verdict]) => verdict !== 'fixed' && verdict !== 'not-affected')
      .map(([id]) => id);
    return { verdicts, possible, names: answerWords[siteLocale()].verdicts };
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
