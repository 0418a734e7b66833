import type { Facts } from '../domain/facts/facts.ts';
import type { Cause, Status } from '../domain/vocabulary.ts';
import type { Words } from './words.ts';

/** The word about a fault beside its title, and its value as a class name. */
export interface FaultState {
  value: Status | Exclude<Cause, 'defect'>;
  name: string;
}

/** Returns the status of a defect. Of other causes it says little: what matters is that upgrading is not the fix. */
export function faultState(
  { cause, status }: Pick<Facts, 'cause' | 'status'>,
  { statuses, causes }: Pick<Words, 'statuses' | 'causes'>,
): FaultState {
  return cause === 'defect'
    ? { value: status, name: statuses[status] }
    : { value: cause, name: causes[cause] };
}
