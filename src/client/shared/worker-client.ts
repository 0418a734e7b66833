import { cacheUntilFailure } from './async.ts';

const NOT_STARTED = 'the worker did not start';

/** The first message to a worker: the index, which the page fetched while the worker started. */
export interface IndexMessage {
  kind: 'index';
  /** Absolute address of the index. */
  address: string;
  json: string;
}

/** A worker's answer to the request with this id: a result, or an error. */
export interface WorkerResponse<Result> {
  id: number;
  result?: Result;
  error?: string;
}

/** Sends requests to a worker that has an index. Nothing of a request leaves the machine: the page only fetches the index. */
export class WorkerClient<Request extends object, Result> {
  readonly #startWorker: () => Worker;
  readonly #address: string;
  #lastId = 0;
  readonly #pending = new Map<number, (response: WorkerResponse<Result>) => void>();
  #connect = cacheUntilFailure(() => this.#start());

  /** @param address address of the index, relative to the page or absolute */
  constructor(startWorker: () => Worker, address: string) {
    this.#startWorker = startWorker;
    this.#address = new URL(address, location.href).href;
  }

  /** Starts the worker and fetches the index; rejects when the index cannot be loaded. */
  async prepare(): Promise<void> {
    await this.#connect();
  }

  /** Asks the worker; rejects when the worker or the index cannot be loaded. */
  async request(request: Request): Promise<Result> {
    const worker = await this.#connect();
    const id = ++this.#lastId;
    const { result, error } = await new Promise<WorkerResponse<Result>>((resolve) => {
      this.#pending.set(id, resolve);
      worker.postMessage({ ...request, id });
    });
    if (error !== undefined) throw new Error(error);
    return result as Result;
  }

  /** Starts the worker, and passes it the index that the page fetches while the worker's script loads. */
  async #start(): Promise<Worker> {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse<Result>>) =>
      this.#settle(data),
    );
    const failure = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', ({ message }) => {
        const error = message || NOT_STARTED;
        this.#abandon(worker, error);
        reject(new Error(error));
      });
    });
    try {
      const json = await Promise.race([fetchText(this.#address), failure]);
      worker.postMessage({ kind: 'index', address: this.#address, json } satisfies IndexMessage);
      return worker;
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      // A later failure reaches the pending requests.
      failure.catch(() => undefined);
    }
  }

  /** Fails the pending requests of a broken worker; the next one starts another. */
  #abandon(worker: Worker, error: string): void {
    worker.terminate();
    this.#connect = cacheUntilFailure(() => this.#start());
    for (const id of this.#pending.keys()) this.#settle({ id, error });
  }

  #settle(response: WorkerResponse<Result>): void {
    this.#pending.get(response.id)?.(response);
    this.#pending.delete(response.id);
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.text();
}
