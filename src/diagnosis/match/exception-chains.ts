import { TRACEBACK_START } from '../../domain/text/traceback.ts';
import type { PasteLine } from '../clean/read-paste.ts';

/** The lines that Python prints between an exception and the one that was raised because of it. */
const CHAINED =
  /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):?$/;

/** Returns for each line how many exceptions of the same chain were printed above it: 0 at the first cause. */
export function chainDepths(lines: readonly PasteLine[]): number[] {
  let depth = 0;
  let isChained = false;
  return lines.map(({ text }) => {
    if (CHAINED.test(text)) {
      isChained = true;
    } else if (TRACEBACK_START.test(text)) {
      // A traceback that is not chained to the one above it begins a new chain.
      depth = isChained ? depth + 1 : 0;
      isChained = false;
    }
    return depth;
  });
}
