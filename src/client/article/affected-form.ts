import { evaluateFault, type AffectedFacts } from '../../domain/affected/evaluate-fault.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { describeAnswer } from '../../i18n/describe-answer.ts';
import { copyOnClick } from '../shared/clipboard.ts';
import { listItems, queryRequired } from '../shared/dom.ts';
import { deleteMachine, isRemembered, loadMachine, storeMachine } from '../shared/machine-store.ts';
import { siteLocale } from '../shared/site.ts';
import { markPairs } from './mark-pairs.ts';
import { mergeMachines, VersionFields } from './version-fields.ts';

/** `<kf-affected-form>`: the form of an article that compares the reader's versions with the affected ones. */
class AffectedForm extends HTMLElement {
  readonly #form = queryRequired(this, 'form');
  readonly #fields = new VersionFields(this.#form);
  readonly #fault = JSON.parse(this.dataset['fault'] ?? '{}') as AffectedFacts;
  readonly #title = queryRequired(this, '[data-title]');
  readonly #emptyTitle = this.#title.textContent;
  readonly #headline = queryRequired(this, '[data-verdict]');
  readonly #verdict = queryRequired(this, '.verdict');
  readonly #hint = [...this.#verdict.childNodes];
  readonly #remember = queryRequired<HTMLInputElement>(this, '[data-remember]');
  readonly #copy = queryRequired<HTMLButtonElement>(this, '[data-copy-answer]');
  readonly #clear = queryRequired(this, '[data-clear]');

  connectedCallback(): void {
    this.#form.addEventListener('input', ({ target }) => {
      if (target === this.#remember && !this.#remember.checked) deleteMachine(false);
      else this.#store();
      this.#answer();
    });
    this.#form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#fields.clear();
      deleteMachine(true);
      this.#remember.checked = false;
      this.#answer();
    });
    copyOnClick(this.#copy, () => this.#fields.address());

    // What was entered before this script ran stays and is stored like anything entered later.
    const wasUsed = !this.#fields.isEmpty || this.#remember.checked;
    this.#remember.checked ||= isRemembered();
    this.#fields.fill(new URLSearchParams(location.search), loadMachine());
    if (wasUsed) this.#store();
    this.#answer();
  }

  #store(): void {
    storeMachine(mergeMachines(loadMachine(), this.#fields.readTyped()), this.#remember.checked);
  }

  #answer(): void {
    const { isEmpty } = this.#fields;
    this.#copy.hidden = isEmpty;
    this.#clear.hidden = isEmpty;
    this.#headline.hidden = isEmpty;
    this.#title.textContent = isEmpty
      ? this.#emptyTitle
      : `${this.#title.dataset['yours'] ?? ''}${this.#fields.describe()}`;
    const machine = { ...this.#fields.read(), isComplete: false };
    const evaluation = evaluateFault(this.#fault, machine);
    markPairs(evaluation.packages, machine);
    if (isEmpty) {
      this.#verdict.replaceChildren(...this.#hint);
      return;
    }
    const { verdict, headline, lines } = describeAnswer(evaluation, answerWords[siteLocale()]);
    this.#headline.className = `verdict-${verdict}`;
    this.#headline.textContent = headline;
    const head = document.createElement('p');
    head.className = `verdict-head verdict-${verdict}`;
    head.textContent = headline;
    const list = document.createElement('ul');
    list.append(...listItems(lines));
    this.#verdict.replaceChildren(head, ...(lines.length > 0 ? [list] : []));
  }
}

customElements.define('kf-affected-form', AffectedForm);
