import type { Found } from './found.ts';
import type { Reading } from '../reading/reading.ts';

/** `component: numpy.f2py`, `area/free-threading`. */
const LABEL = /^(?:component|area|module|topic|comp|c|a)\s?[:/-]\s?(.{2,60})$/i;

/** The part of the project, where a label names it. */
export function findComponent({ source }: Reading): Found<string> | undefined {
  for (const label of source.issue?.labels ?? []) {
    const value = LABEL.exec(label)?.[1]?.trim();
    if (value !== undefined) return { value, read: 'label', isSure: true };
  }
  return undefined;
}
