import type { Environment } from '../../domain/environment/environment.ts';
import type { RedactedKind } from '../../diagnosis/report/redact.ts';
import { reportAddress } from '../../domain/addresses/report-address.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { isOutput } from '../search/query-text.ts';
import { queryRequired } from '../shared/dom.ts';
import { describeEnvironment } from '../../domain/environment/describe-environment.ts';
import { siteLocale } from '../shared/site.ts';
import type { ShownDiagnosis } from './diagnosis-messages.ts';

/**
 * Offers to report an error that no article explains, or not the right one. The report is written in the page when the
 * reader opens it; it leaves the machine when the reader follows the link, as it is in the fields at that time.
 */
export class UnknownErrorView {
  readonly #details: HTMLDetailsElement;
  readonly #message: HTMLTextAreaElement;
  readonly #environment: HTMLInputElement;
  #text = '';
  #detected: Environment | undefined;

  constructor(details: HTMLDetailsElement) {
    this.#details = details;
    this.#message = queryRequired(details, 'textarea');
    this.#environment = queryRequired(details, 'input');
    details.addEventListener('toggle', () => {
      if (details.open) void this.#fill();
    });
    details.addEventListener('input', () => this.#updateLink());
  }

  hide(): void {
    this.#details.hidden = true;
    this.#details.open = false;
  }

  /** Offers a report of the error in a text, unless it is not an error of a native extension as far as one can tell. */
  offer({ findings, lastError, environment }: ShownDiagnosis, text: string): void {
    if (this.#text !== text) this.#details.open = false;
    this.#text = text;
    this.#detected = environment;
    const hasFindings = findings.length > 0;
    const isInScope = hasFindings || (isOutput(text) && lastError?.isNative === true);
    this.#details.hidden = !isInScope;
    const { none = '', some = '' } = this.#details.dataset;
    queryRequired(this.#details, 'summary').textContent = hasFindings ? some : none;
  }

  async #fill(): Promise<void> {
    const { unknownErrorReport } = await import('../../diagnosis/report/unknown-error-report.ts');
    const { text, removed } = unknownErrorReport(this.#text);
    this.#message.value = text;
    this.#environment.value = this.#detected ? describeEnvironment(this.#detected) : '';
    const kinds = Object.entries(removed) as [RedactedKind, number][];
    queryRequired(this.#details, '[role="status"]').textContent =
      browserWords[siteLocale()].removed(kinds);
    this.#updateLink();
  }

  #updateLink(): void {
    const { repository = '' } = this.#details.dataset;
    queryRequired<HTMLAnchorElement>(this.#details, 'a.button').href = reportAddress(
      repository,
      'unknown-error',
      '',
      { message: this.#message.value, environment: this.#environment.value },
    );
  }
}
