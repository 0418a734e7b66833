import { parentPort, workerData } from 'node:worker_threads';
import { checkInTime, messageOf, runTarget, type Assignment, type Outcome } from './run-target.ts';
import type { Target } from './target.ts';

/** Sent to the worker: inputs to generate, or one input of the corpus. */
export type Request = { target: string } & (Assignment | { input: unknown });

/** Data shared by the worker and the thread that supervises it. */
export interface WorkerData {
  /** Address of a module that exports `targets`. */
  module: string;
  /** The number of the generated input that is being checked, and a counter of all inputs. */
  progress: Int32Array<SharedArrayBuffer>;
}

const { module, progress } = workerData as WorkerData;
const { targets } = (await import(module)) as { targets: readonly Target[] };

parentPort?.on('message', async (request: Request) => {
  parentPort?.postMessage(await answer(request));
});

async function answer(request: Request): Promise<Outcome> {
  const target = targets.find(({ name }) => name === request.target);
  if (!target) throw new Error(`No target ${request.target}`);
  if (!('input' in request)) {
    return runTarget(target, request, (index) => {
      if (index !== undefined) Atomics.store(progress, 0, index);
      Atomics.add(progress, 1, 1);
    });
  }
  const { input } = request;
  try {
    await checkInTime(target, input);
    return { runs: 1 };
  } catch (error) {
    return { runs: 1, failure: { input, message: messageOf(error) } };
  }
}
