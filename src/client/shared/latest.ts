/**
 * Runs one piece of work at a time and, of what comes meanwhile, only the last: typing fast never queues up,
 * and an old answer never overwrites a new one. There is no fixed delay.
 *
 * @param work called with the newest input; what it returns is waited for, what it throws is its own concern
 */
export function latestOnly<T>(work: (input: T) => Promise<void>): (input: T) => Promise<void> {
  let running: Promise<void> | undefined;
  let waiting: { input: T } | undefined;

  const run = async (input: T) => {
    let next: { input: T } | undefined = { input };
    while (next) {
      waiting = undefined;
      await work(next.input);
      next = waiting;
    }
  };

  return (input) => {
    if (running) {
      waiting = { input };
      return running;
    }
    running = run(input).finally(() => {
      running = undefined;
    });
    return running;
  };
}
