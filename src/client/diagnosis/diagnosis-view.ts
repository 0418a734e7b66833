import { articlePath, localizedPath } from '../../domain/addresses/addresses.ts';
import { lookupWords } from '../../i18n/lookup-words.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import { isOutput, isPaste } from '../search/query-text.ts';
import { copyOnClick } from '../shared/clipboard.ts';
import { fillTextWithCode, queryRequired } from '../shared/dom.ts';
import { describeEnvironment } from '../../domain/environment/describe-environment.ts';
import { siteBase, siteLocale } from '../shared/site.ts';
import { writeTextFragment } from '../shared/text-fragment.ts';
import { machineIn } from '../../domain/environment/machine-in.ts';
import type { ShownDiagnosis, ShownUnknownName } from './diagnosis-messages.ts';
import { renderFinding, renderOtherFinding } from './finding-card.ts';

/** Shows a diagnosis: findings with their fixes, or that the error is unknown. */
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
    this.#clear();
  }

  /** Shows that a text is being read. */
  showReading(size: string): void {
    this.#area.hidden = false;
    this.#clear();
    this.#part('[data-reading]').hidden = false;
    this.#part('[data-size]').textContent = size;
  }

  /** Shows the diagnosis of a text. That the error is unknown is shown for output of a program, not for a few words. */
  show(diagnosis: ShownDiagnosis, text: string): void {
    const { findings, environment } = diagnosis;
    this.#text = text;
    this.#clear();
    this.#area.hidden = findings.length === 0 && !isOutput(text);
    if (findings.length > 0) this.#showFindings(diagnosis, text);
    else this.#showUnknown(diagnosis);
    const description = describeEnvironment(environment);
    this.#part('[data-environment]').hidden = description === '' || !isPaste(text);
    this.#part('[data-environment] span').textContent = description;
    this.#part('.share').hidden = !isPaste(text);
  }

  /** Shows that the worker or its index did not load; the search still answers. */
  showFailure(): void {
    this.#area.hidden = false;
    this.#clear();
    this.#part('[data-diagnosis-failed]').hidden = false;
  }

  /** Findings that are equally likely are listed together, without a first one. */
  #showFindings({ findings, environment }: ShownDiagnosis, text: string): void {
    const [first] = findings;
    const isShared = first?.isShared === true;
    const machine = machineIn(environment);
    if (first && !isShared) {
      const card = renderFinding(template('#finding'), first, { text, machine });
      this.#part('[data-first]').append(card);
    }
    const others = isShared ? findings : findings.slice(1);
    this.#part('[data-others]').hidden = others.length === 0;
    this.#part('[data-others-title]').textContent = isShared
      ? this.#words.shared
      : this.#words.others;
    this.#part('[data-shared]').hidden = !isShared;
    this.#part('[data-findings]').append(
      ...others.map((finding) => renderOtherFinding(template('#other-finding'), finding)),
    );
  }

  #showUnknown({ lastError, unknownName, environment }: ShownDiagnosis): void {
    this.#part('[data-unknown]').hidden = false;
    // What the name is missing from says more than the kind of the error.
    this.#part('[data-next-steps]').hidden = lastError === undefined || unknownName !== undefined;
    if (unknownName) this.#showUnknownName(unknownName);
    this.#part('[data-error-line]').textContent = lastError?.line ?? '';
    const hasPackages = Object.keys(environment.packages).length > 0;
    this.#part('[data-not-native]').hidden = hasPackages || lastError?.isNative !== false;
    for (const steps of this.#area.querySelectorAll<HTMLElement>('[data-steps]')) {
      steps.hidden = steps.dataset['steps'] !== lastError?.kind;
    }
  }

  /** Says that no table has the name, and how to find out. */
  #showUnknownName({ name, slug, title, fix }: ShownUnknownName): void {
    this.#part('[data-unknown-name]').hidden = false;
    const { unknown } = lookupWords[siteLocale()];
    fillTextWithCode(this.#part('[data-unknown-text]'), unknown(name));
    fillTextWithCode(this.#part('[data-unknown-fix]'), fix.text);
    const link = this.#part<HTMLAnchorElement>('[data-unknown-link]');
    link.textContent = title;
    link.href = siteBase() + localizedPath(articlePath(slug), siteLocale());
  }

  /** Removes the last answer. */
  #clear(): void {
    const parts =
      '[data-reading], [data-unknown], [data-unknown-name], [data-next-steps], [data-others], [data-diagnosis-failed], .share';
    for (const part of this.#area.querySelectorAll<HTMLElement>(parts)) part.hidden = true;
    this.#part('[data-environment]').hidden = true;
    this.#part('[data-first]').replaceChildren();
    this.#part('[data-findings]').replaceChildren();
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return queryRequired<T>(this.#area, selector);
  }
}

const template = (selector: string) => queryRequired<HTMLTemplateElement>(document, selector);
