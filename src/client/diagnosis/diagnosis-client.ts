import { cacheUntilFailure } from '../shared/async.ts';
import type {
  DiagnosisIndexMessage,
  DiagnosisRequest,
  DiagnosisResponse,
  ShownDiagnosis,
} from './diagnosis-messages.ts';

/** Maximum number of findings: the first is the answer, the others are alternatives. */
const MAX_FINDINGS = 3;

const NOT_STARTED = 'the worker did not start';

/** Diagnoses texts in a worker. No request contains the text: the page only fetches the index. */
export class DiagnosisClient {
  readonly #address: string;
  #lastId = 0;
  readonly #pending = new Map<number, (response: DiagnosisResponse) => void>();
  #connect = cacheUntilFailure(() => this.#start());

  /** @param address address of the diagnosis index, relative to the page or absolute */
  constructor(address: string) {
    this.#address = new URL(address, location.href).href;
  }

  /** Starts the worker and fetches the index; rejects when the index cannot be loaded. */
  async prepare(): Promise<void> {
    await this.#connect();
  }

  /** Diagnoses a text; rejects when the worker or the index cannot be loaded. */
  async diagnose(text: string): Promise<ShownDiagnosis> {
    const worker = await this.#connect();
    const request: DiagnosisRequest = {
      kind: 'paste',
      id: ++this.#lastId,
      text,
      limit: MAX_FINDINGS,
    };
    const { diagnosis, error } = await new Promise<DiagnosisResponse>((resolve) => {
      this.#pending.set(request.id, resolve);
      worker.postMessage(request);
    });
    if (!diagnosis) throw new Error(error);
    return diagnosis;
  }

  /** Starts the worker, and passes it the index that the page fetches while the worker's script loads. */
  async #start(): Promise<Worker> {
    const worker = new Worker(new URL('./diagnosis-worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.addEventListener('message', ({ data }: MessageEvent<DiagnosisResponse>) =>
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
      const message: DiagnosisIndexMessage = { kind: 'index', address: this.#address, json };
      worker.postMessage(message);
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

  #settle(response: DiagnosisResponse): void {
    this.#pending.get(response.id)?.(response);
    this.#pending.delete(response.id);
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.text();
}
