import type { Facts } from '../domain/facts/facts.ts';
import type { Cause, Status } from '../domain/vocabulary.ts';
import type { Words } from './words.ts';

/** The word about a fault beside its title, and its value as a class name. */
export interface FaultState {
  value: Status | Exclude<Cause, 'defect'>;
  name: string;
}

/** Returns the status of a defect, and the kind of any other cause, which decides whether upgrading helps. */
export function faultState(
  { cause, status }: Pick<Facts, 'cause' | 'status'>,
  { statuses, causes }: Pick<Words, 'statuses' | 'causes'>,
): FaultState {
  return cause === 'defect'
    ? { value: status, name: statuses[status] }
    : { value: cause, name: causes[cause] };
}
