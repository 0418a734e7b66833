/**
 * Serializes calls; while one runs, only the latest pending input is kept. Fast typing never queues up, and an old
 * answer never overwrites a new one. There is no fixed delay.
 *
 * @param work called with the newest input; a rejection reaches the caller whose input started the run
 */
export function latestOnly<T>(work: (input: T) => Promise<void>): (input: T) => Promise<void> {
  let running: Promise<void> | undefined;
  let pending: { input: T } | undefined;

  const run = async (input: T) => {
    let next: { input: T } | undefined = { input };
    while (next) {
      pending = undefined;
      await work(next.input);
      next = pending;
    }
  };

  return (input) => {
    if (running) {
      pending = { input };
      return running;
    }
    running = run(input).finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** Caches the promise of a loader; a rejected one is dropped, so the next call loads again. */
export function cacheUntilFailure<T>(load: () => Promise<T>): () => Promise<T> {
  let cached: Promise<T> | undefined;
  return () => {
    cached ??= load().catch((error: unknown) => {
      cached = undefined;
      throw error;
    });
    return cached;
  };
}
