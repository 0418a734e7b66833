import { browserWords } from '../../i18n/browser-words.ts';
import { isOutput, isPaste } from '../search/query-text.ts';
import { copyOnClick } from '../shared/clipboard.ts';
import { copyTemplate, queryRequired } from '../shared/dom.ts';
import { describeEnvironment } from '../shared/environment-text.ts';
import { siteBase, siteLocale } from '../shared/site.ts';
import { writeTextFragment } from '../shared/text-fragment.ts';
import type { ShownDiagnosis, ShownFinding } from './diagnosis-messages.ts';

/** Shows a diagnosis: findings with their evidence, or that the error is unknown. */
export class DiagnosisView {
  readonly #words = browserWords[siteLocale()];
  readonly #area: HTMLElement;
  #text = '';

  /** @param area the section of the page for it */
  constructor(area: HTMLElement) {
    this.#area = area;
    // The fragment of an address is sent to no server.
    copyOnClick(this.#part<HTMLButtonElement>('[data-copy-link]'), () => {
      const { origin, pathname, search } = location;
      return origin + pathname + search + writeTextFragment(this.#text);
    });
  }

  hide(): void {
    this.#area.hidden = true;
    this.#part('[data-findings]').replaceChildren();
  }

  /** Shows that a text is being read. */
  showReading(size: string): void {
    this.#area.hidden = false;
    this.#part('[data-reading]').hidden = false;
    this.#part('[data-size]').textContent = size;
    this.#part('[data-unknown]').hidden = true;
    this.#part('[data-findings]').replaceChildren();
  }

  /** Shows the diagnosis of a text. That the error is unknown is shown for output of a program, not for a few words. */
  show({ findings, environment }: ShownDiagnosis, text: string): void {
    const isOfPaste = isPaste(text);
    this.#text = text;
    this.#area.hidden = findings.length === 0 && !isOutput(text);
    this.#part('[data-diagnosis-failed]').hidden = true;
    this.#part('[data-reading]').hidden = true;
    this.#part('[data-unknown]').hidden = findings.length > 0;
    this.#part('[data-shared]').hidden = findings[0]?.isShared !== true;
    const template = queryRequired<HTMLTemplateElement>(document, '#finding');
    const cards = findings.map((finding) => this.#renderFinding(template, finding));
    this.#part('[data-findings]').replaceChildren(...cards);
    const description = describeEnvironment(environment);
    this.#part('[data-environment]').hidden = description === '' || !isOfPaste;
    this.#part('[data-environment] span').textContent = description;
    this.#part('.share').hidden = !isOfPaste;
  }

  /** Shows that the worker or its index did not load; the full-text search still answers. */
  showFailure(): void {
    this.#area.hidden = false;
    this.#part('[data-reading]').hidden = true;
    this.#part('[data-unknown]').hidden = true;
    this.#part('[data-diagnosis-failed]').hidden = false;
    this.#part('[data-findings]').replaceChildren();
  }

  #renderFinding(template: HTMLTemplateElement, finding: ShownFinding): DocumentFragment {
    const { id, slug, title, confidence, line, signature, isShared, lookFor } = finding;
    const words = this.#words;
    const { fragment, slot } = copyTemplate(template);
    const link = slot<HTMLAnchorElement>('title');
    link.textContent = title;
    link.href = `${siteBase()}${words.prefix}/articles/${slug}/`;
    slot('id').textContent = id;
    slot('confidence').textContent = isShared ? words.shared : words.confidence[confidence];
    slot('confidence').classList.add(`confidence-${confidence}`);
    slot('printed-label').textContent = words.printed(line.number);
    slot('printed').textContent = line.text;
    slot('known-label').textContent = words.known;
    slot('known').textContent = signature;
    slot('look-for').hidden = lookFor === undefined;
    slot('other-line').textContent = lookFor ?? '';
    return fragment;
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return queryRequired<T>(this.#area, selector);
  }
}
