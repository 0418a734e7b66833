import { siteLocale } from '../shared/site.ts';
import { WorkerClient } from '../shared/worker-client.ts';
import type { DiagnosisRequest, ShownDiagnosis } from './diagnosis-messages.ts';

/** Maximum number of findings: the first is the answer, the others are alternatives. */
const MAX_FINDINGS = 3;

/** Diagnoses texts in a worker. */
export class DiagnosisClient {
  readonly #worker: WorkerClient<Omit<DiagnosisRequest, 'id'>, ShownDiagnosis>;

  /** @param address address of the diagnosis index, relative to the page or absolute */
  constructor(address: string) {
    this.#worker = new WorkerClient(
      () => new Worker(new URL('./diagnosis-worker.ts', import.meta.url), { type: 'module' }),
      address,
    );
  }

  /** Starts the worker and fetches the index; rejects when the index cannot be loaded. */
  prepare(): Promise<void> {
    return this.#worker.prepare();
  }

  /** Diagnoses a text; rejects when the worker or the index cannot be loaded. */
  diagnose(text: string): Promise<ShownDiagnosis> {
    return this.#worker.request({ kind: 'paste', text, locale: siteLocale(), limit: MAX_FINDINGS });
  }
}
