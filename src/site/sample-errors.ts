import type { Facts } from '../domain/facts/facts.ts';
import { toConditional } from '../domain/facts/signature.ts';

/** The recognizable part of three common messages: of a dynamic loader, of the ABI check of NumPy, of a linker. */
const NAMES = ['undefined symbol', 'dtype size changed', 'LNK2001'];

export interface SampleError {
  name: string;
  /** A line as the software prints it. */
  text: string;
}

/**
 * Returns a message of the library for each name: the first signature that is a complete line and enough for a diagnosis.
 * A name without one is left out.
 */
export function sampleErrors(faults: readonly Pick<Facts, 'signatures'>[]): SampleError[] {
  const lines = faults
    .flatMap(({ signatures }) => signatures.map(toConditional))
    .filter(({ line, role, with: required }) => !role && !required && !line.includes('<'))
    .map(({ line }) => line);
  return NAMES.flatMap((name) => {
    const text = lines.find((line) => line.includes(name));
    return text === undefined ? [] : [{ name, text }];
  });
}

/** Output of `pip list` with releases that do not work together. */
export const PACKAGE_LIST = `Package  Version
-------- -------
Cython   3.0.9
numba    0.60.0
numpy    2.2.0`;
