/** Processor time in ms, the best of three: what else the machine does is no business of ours. The clock ticks every 4 ms. */
export function time(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const start = process.threadCpuUsage();
    work();
    return process.threadCpuUsage(start).user / 1_000;
  });
  return Math.min(...runs);
}

/** A text of a length, made of units that may differ by their place. */
export function fill(unit: (at: number) => string, length: number): string {
  const parts: string[] = [];
  for (let size = 0, at = 0; size < length; at++) {
    const text = unit(at);
    parts.push(text);
    size += text.length;
  }
  return parts.join('');
}

/** What a garbage collection at the wrong moment may cost. A text 25 times as long would take 25 times this if time were quadratic. */
export const SLACK = 1.5;
