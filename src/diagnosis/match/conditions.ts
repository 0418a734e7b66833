import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenSignature } from '../index/open-index.ts';
import { comparedText } from './normalize.ts';
import { containsPattern, type Pattern } from './pattern.ts';

/**
 * Number of lines before and after a signature in which its conditions are looked for: a long traceback. In the rest of a
 * log, any line may be there by chance.
 */
const NEIGHBORS = 50;

/** Decides whether the neighbors of a line, or all lines if none is given, have and lack what a signature asks for. */
export type ConditionCheck = (signature: OpenSignature, line?: number) => boolean;

/** Returns a check of conditions among these lines. */
export function conditionsHold(lines: readonly PasteLine[]): ConditionCheck {
  let texts: string[] | undefined;
  return (signature, line) => {
    if (signature.with.length === 0 && signature.unless.length === 0) return true;
    texts ??= lines.map(comparedText);
    const near =
      line === undefined ? texts : texts.slice(Math.max(0, line - NEIGHBORS), line + NEIGHBORS + 1);
    const isPrinted = (pattern: Pattern) => near.some((text) => containsPattern(text, pattern));
    return signature.with.every(isPrinted) && !signature.unless.some(isPrinted);
  };
}
