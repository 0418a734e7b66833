import { copyText } from '../shared/clipboard.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import type { ShownDiagnosis, ShownFinding } from './diagnosis-messages.ts';
import { describeEnvironment } from '../shared/environment-text.ts';
import { queryRequired } from '../shared/dom.ts';

/** The part of the answer that is diagnosed: findings with their evidence, or the word that nothing is known. */
export class DiagnosisView {
  readonly #area: HTMLElement;
  readonly #base: string;
  readonly #locale: Locale;

  constructor(page: ParentNode, base: string, locale: Locale) {
    this.#area = queryRequired(page, '[data-diagnosis]');
    this.#base = base;
    this.#locale = locale;
  }

  hide(): void {
    this.#area.hidden = true;
    queryRequired(this.#area, '[data-findings]').replaceChildren();
  }

  /** While a long text is read. */
  showReading(size: string): void {
    this.#area.hidden = false;
    queryRequired(this.#area, '[data-reading]').hidden = false;
    queryRequired(this.#area, '[data-size]').textContent = size;
    queryRequired(this.#area, '[data-unknown]').hidden = true;
    queryRequired(this.#area, '[data-findings]').replaceChildren();
  }

  /** @param sayUnknown whether an empty diagnosis is worth a word: for a paste it is, for a few words it is not */
  show(diagnosis: ShownDiagnosis, sayUnknown: boolean): void {
    const { findings, environment } = diagnosis;
    this.#area.hidden = findings.length === 0 && !sayUnknown;
    queryRequired(this.#area, '[data-diagnosis-failed]').hidden = true;
    queryRequired(this.#area, '[data-reading]').hidden = true;
    queryRequired(this.#area, '[data-unknown]').hidden = findings.length > 0;
    queryRequired(this.#area, '[data-findings]').replaceChildren(
      ...findings.map((one) => this.#card(one)),
    );
    const read = describeEnvironment(environment);
    queryRequired(this.#area, '[data-environment]').hidden = read === '' || !sayUnknown;
    queryRequired(this.#area, '[data-environment-text]').textContent = read;
  }

  /** The worker or its index did not come; full text still answers. */
  showFailure(): void {
    this.#area.hidden = false;
    queryRequired(this.#area, '[data-reading]').hidden = true;
    queryRequired(this.#area, '[data-unknown]').hidden = true;
    queryRequired(this.#area, '[data-diagnosis-failed]').hidden = false;
    queryRequired(this.#area, '[data-findings]').replaceChildren();
  }

  /** Offers a link that carries the text in its fragment, which is never sent to a server. */
  offerLink(address: string | undefined): void {
    queryRequired(this.#area, '[data-share]').hidden = address === undefined;
    const button = queryRequired<HTMLButtonElement>(this.#area, '[data-copy-link]');
    const { copied = '', copyFailed = '' } = button.dataset;
    button.onclick = async () => {
      button.textContent = (await copyText(address ?? '')) ? copied : copyFailed;
    };
  }

  #card(finding: ShownFinding): DocumentFragment {
    const template = queryRequired<HTMLTemplateElement>(document, '#finding');
    const words = browserWords[this.#locale];
    const card = template.content.cloneNode(true) as DocumentFragment;
    const slot = (name: string) => queryRequired(card, `[data-slot="${name}"]`);
    const link = queryRequired<HTMLAnchorElement>(card, '[data-slot="title"]');
    link.textContent = finding.title;
    link.href = `${this.#base}${words.prefix}/articles/${finding.slug}/`;
    slot('id').textContent = finding.id;
    const confidence = slot('confidence');
    confidence.textContent = words.confidence[finding.confidence];
    confidence.classList.add(`confidence-${finding.confidence}`);
    slot('printed-label').textContent = words.printed(finding.line.number);
    slot('printed').textContent = finding.line.text;
    slot('known-label').textContent = finding.signature === undefined ? words.byWords : words.known;
    slot('known').textContent = finding.signature ?? '';
    slot('known').hidden = finding.signature === undefined;
    return card;
  }
}
