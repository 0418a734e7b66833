import { queryRequired, siteLocale } from '../shared/dom.ts';
import type { Environment } from '../../domain/environment/environment.ts';
import type { RedactedKind } from '../../diagnosis/report/redact.ts';
import { reportAddress } from '../../domain/addresses/report-address.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { describeEnvironment } from '../shared/environment-text.ts';

/**
 * Offers to report what is not known here. The report is made when it is opened, in the page; it leaves the machine
 * when the reader follows the link, with what then stands in the fields.
 */
export class UnknownErrorView {
  readonly #area: HTMLDetailsElement;
  readonly #message: HTMLTextAreaElement;
  readonly #environment: HTMLInputElement;
  readonly #removed: HTMLElement;
  #asked: { text: string; environment: Environment | undefined } | undefined;

  constructor(page: ParentNode) {
    this.#area = queryRequired<HTMLDetailsElement>(page, '[data-gap]');
    this.#message = queryRequired<HTMLTextAreaElement>(this.#area, '[data-gap-message]');
    this.#environment = queryRequired<HTMLInputElement>(this.#area, '[data-gap-environment]');
    this.#removed = queryRequired(this.#area, '[data-gap-removed]');
    this.#area.addEventListener('toggle', () => {
      if (this.#area.open) void this.#fill();
    });
    this.#area.addEventListener('input', () => this.#link());
  }

  hide(): void {
    this.#area.hidden = true;
    this.#area.open = false;
  }

  /** @param hasFindings whether something was found that may be the wrong thing */
  offer(text: string, environment: Environment | undefined, hasFindings: boolean): void {
    if (this.#asked?.text !== text) this.#area.open = false;
    this.#asked = { text, environment };
    this.#area.hidden = false;
    const { none = '', some = '' } = this.#area.dataset;
    queryRequired(this.#area, '[data-gap-summary]').textContent = hasFindings ? some : none;
  }

  async #fill(): Promise<void> {
    const asked = this.#asked;
    if (!asked) return;
    const { unknownErrorReport } = await import('../../diagnosis/report/unknown-error-report.ts');
    const { text, removed } = unknownErrorReport(asked.text);
    this.#message.value = text;
    this.#environment.value = asked.environment ? describeEnvironment(asked.environment) : '';
    const kinds = Object.entries(removed) as [RedactedKind, number][];
    this.#removed.textContent = browserWords[siteLocale()].removed(kinds);
    this.#link();
  }

  #link(): void {
    const { repository = '' } = this.#area.dataset;
    queryRequired<HTMLAnchorElement>(this.#area, '[data-gap-link]').href = reportAddress(
      repository,
      'unknown-error',
      '',
      { message: this.#message.value, environment: this.#environment.value },
    );
  }
}
