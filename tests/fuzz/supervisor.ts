import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import type { Request, WorkerData } from './fuzz-worker.ts';
import type { Outcome } from './run-target.ts';
import type { Target } from './target.ts';

/** Runs targets in a worker thread: an input that is never answered blocks neither the command nor Ctrl-C. */
export class Supervisor {
  readonly #targets: readonly Target[];
  readonly #data: WorkerData;
  readonly #patience: number;
  readonly #signal: AbortSignal;
  #worker: Worker | undefined;

  /**
   * @param module address of the module that exports `targets`
   * @param patience time in ms after which an input counts as never answered
   * @param signal aborts the current request, which then has no runs and no failure
   */
  constructor(
    module: string,
    targets: readonly Target[],
    { patience, signal }: { patience: number; signal: AbortSignal },
  ) {
    this.#targets = targets;
    this.#data = { module, progress: new Int32Array(new SharedArrayBuffer(8)) };
    this.#patience = patience;
    this.#signal = signal;
  }

  /** Carries out one request; the next one may follow when it is answered. */
  async run(request: Request): Promise<Outcome> {
    const worker = (this.#worker ??= this.#start());
    const { progress } = this.#data;
    const unanswered = new AbortController();
    let last = -1;
    const watch = setInterval(() => {
      const count = Atomics.load(progress, 1);
      if (count === last) unanswered.abort();
      last = count;
    }, this.#patience);
    worker.postMessage(request);
    try {
      const signal = AbortSignal.any([this.#signal, unanswered.signal]);
      const [outcome] = await once(worker, 'message', { signal });
      return outcome as Outcome;
    } catch (error) {
      if (this.#signal.aborted) return { runs: 0 };
      if (unanswered.signal.aborted) return this.#unanswered(request, Atomics.load(progress, 0));
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    return new Worker(new URL('fuzz-worker.ts', import.meta.url), { workerData: this.#data });
  }

  /** Discards the thread and generates once more the input that it was checking. */
  #unanswered(request: Request, index: number): Outcome {
    void this.end();
    const message = `no answer within ${this.#patience / 1_000} s`;
    if ('input' in request) return { runs: 1, failure: { input: request.input, message } };
    const { seed, path = String(index) } = request;
    const target = this.#targets.find(({ name }) => name === request.target);
    const [input] = target ? fc.sample(target.inputs, { seed, path, numRuns: 1 }) : [];
    return { runs: index, failure: { seed, path, input, message } };
  }
}
