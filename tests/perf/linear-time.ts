import { expect } from 'vitest';

/** Resolution of the processor-time counter is 4 ms; shorter times are measured as this many ms. */
const MIN_MEASURABLE_MS = 20;

/**
 * Measures processor time in ms, which other processes do not change. Takes the best of three runs, so that neither
 * warm-up nor one garbage collection counts.
 */
export function processorTime(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const start = process.threadCpuUsage();
    work();
    return process.threadCpuUsage(start).user / 1_000;
  });
  return Math.min(...runs);
}

/** Repeats a unit, which may depend on its index, until the text has at least `length` characters. */
export function textOf(unit: (index: number) => string, length: number): string {
  const parts: string[] = [];
  for (let size = 0, index = 0; size < length; index++) {
    const text = unit(index);
    parts.push(text);
    size += text.length;
  }
  return parts.join('');
}

interface Growth {
  /** Makes a text of about this many characters. */
  text: (length: number) => string;
  read: (text: string) => unknown;
  /** Characters of the short text and of the long one. */
  short: number;
  long: number;
  /** How much more the long text may take per character; quadratic work takes `long / short` times as much. */
  tolerance: number;
}

/** Fails if reading a long text takes more time per character than reading a short one. */
export function expectLinearTime({ text, read, short, long, tolerance }: Growth): void {
  const times = Math.round(long / short);
  const shortText = text(short);
  const longText = text(long);
  const repeated = processorTime(() => {
    for (let run = 0; run < times; run++) read(shortText);
  });
  const once = processorTime(() => read(longText));
  expect(once).toBeLessThan(tolerance * Math.max(repeated, MIN_MEASURABLE_MS));
}
