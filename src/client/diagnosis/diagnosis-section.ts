import { isPaste, formatSize } from '../search/query-text.ts';
import { queryRequired } from '../shared/dom.ts';
import { applyMachine } from '../shared/machine-store.ts';
import { applyEnvironment } from './apply-environment.ts';
import { DiagnosisClient } from './diagnosis-client.ts';
import type { ShownDiagnosis } from './diagnosis-messages.ts';
import { DiagnosisView } from './diagnosis-view.ts';
import { UnknownErrorView } from './unknown-error-view.ts';

/** The diagnosis in a page: findings, or that the error is unknown, and the offer to report it. */
export class DiagnosisSection {
  readonly #client: DiagnosisClient;
  readonly #view: DiagnosisView;
  readonly #unknownError: UnknownErrorView;

  /** @param indexAddress address of the diagnosis index */
  constructor(page: HTMLElement, indexAddress: string) {
    this.#client = new DiagnosisClient(indexAddress);
    this.#view = new DiagnosisView(queryRequired(page, '[data-diagnosis]'));
    this.#unknownError = new UnknownErrorView(
      queryRequired<HTMLDetailsElement>(page, '.unknown-error'),
    );
  }

  /** Fetches the index before the first text; rejects when it cannot be loaded. */
  prepare(): Promise<void> {
    return this.#client.prepare();
  }

  /**
   * Diagnoses a text and shows the result.
   *
   * @param isFromAddress whether a part of the text came from the address of the page
   * @returns `undefined` for an empty text, or after a failure
   */
  async diagnose(text: string, isFromAddress: boolean): Promise<ShownDiagnosis | undefined> {
    if (text.trim() === '') {
      applyMachine(undefined, isFromAddress);
      this.hide();
      return undefined;
    }
    if (isPaste(text)) this.#view.showReading(formatSize(text));
    const diagnosis = await this.#client.diagnose(text).catch((error: unknown) => {
      console.error(error);
      return undefined;
    });
    if (diagnosis) {
      applyEnvironment(diagnosis.environment, isFromAddress);
      this.#view.show(diagnosis, text);
      this.#unknownError.offer(diagnosis, text);
    } else {
      this.showFailure();
    }
    return diagnosis;
  }

  hide(): void {
    this.#view.hide();
    this.#unknownError.hide();
  }

  showFailure(): void {
    this.#view.showFailure();
    this.#unknownError.hide();
  }
}
