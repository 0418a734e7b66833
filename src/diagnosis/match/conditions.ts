import type { PasteLine } from '../clean/read-paste.ts';
import type { OpenSignature } from '../index/open-index.ts';
import { normalize } from './normalize.ts';
import { containsPattern, type Pattern } from './pattern.ts';

/** Returns a function that decides whether the lines also have, or lack, what a signature asks for. */
export function conditionsHold(lines: readonly PasteLine[]): (signature: OpenSignature) => boolean {
  let texts: string[] | undefined;
  const isPrinted = (pattern: Pattern) => {
    texts ??= lines.map(({ text, english }) => normalize(english ?? text));
    return texts.some((text) => containsPattern(text, pattern));
  };
  return (signature) => signature.with.every(isPrinted) && !signature.unless.some(isPrinted);
}
