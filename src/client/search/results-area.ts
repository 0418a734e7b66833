import { browserWords } from '../../i18n/browser-words.ts';
import { announcer } from '../shared/announcer.ts';
import { queryRequired, siteLocale } from '../shared/dom.ts';
import type { Outcome } from './search-engine.ts';
import type { FiltersView } from './filters-view.ts';
import type { MachineVerdicts } from './reader-machine.ts';
import { renderHits } from './results-view.ts';
import { chosenValues, type SearchState } from '../../search/search-state.ts';

type Chosen = ReturnType<typeof chosenValues>[number];

/** What full text finds: total, chips, list, and what stands there when there is no list. */
export class ResultsArea {
  /** Says a text to screen readers once it has settled. */
  readonly announce: (text: string) => void;
  readonly #words = browserWords[siteLocale()];
  readonly #page: HTMLElement;
  readonly #list: HTMLElement;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#list = queryRequired(page, '[data-list]');
    this.announce = announcer(queryRequired(page, '[data-announcer]'));
  }

  /** The links of the answer, diagnosis included, in order, as far as they show. */
  links(): HTMLElement[] {
    return [...this.#page.querySelectorAll<HTMLElement>('[data-results] .fault-title a')].filter(
      (link) => link.checkVisibility(),
    );
  }

  /** The number of results that are shown. */
  get shown(): number {
    return this.#list.children.length;
  }

  /** Moves to the first result behind `count` others. */
  focusBehind(count: number): void {
    this.#list.children[count]?.querySelector('a')?.focus();
  }

  /**
   * The address asks for something: until the first answer the page must not show another. The word for that is an
   * element of its own, so that nothing that stays is pushed aside by the answer.
   */
  showWaiting(): void {
    queryRequired(this.#page, '[data-waiting]').hidden = false;
    queryRequired(this.#page, '[data-results-line]').hidden = true;
    queryRequired(this.#page, '[data-static]').classList.add('waiting');
  }

  /** The first part of an answer takes the place of the word. */
  hideWaiting(): void {
    queryRequired(this.#page, '[data-waiting]').hidden = true;
  }

  setBusy(busy: boolean): void {
    queryRequired(this.#page, '[data-results]').setAttribute('aria-busy', String(busy));
  }

  /** @param before what is said before the count, such as what was diagnosed */
  show(
    { total, hits }: Outcome,
    state: SearchState,
    { limit, step, mine }: { limit: number; step: number; mine?: MachineVerdicts | undefined },
    before = '',
  ): void {
    const template = queryRequired<HTMLTemplateElement>(this.#page, '#result');
    renderHits(this.#list, template, hits, mine);

    const count = this.#words.results(total);
    queryRequired(this.#page, '[data-total]').textContent = count;
    this.announce([before, count].filter(Boolean).join('. '));

    const more = queryRequired(this.#page, '[data-more]');
    more.hidden = total <= limit;
    more.textContent = this.#words.more(Math.min(step, total - limit));
    queryRequired(this.#page, '[data-empty-filters]').hidden =
      chosenValues(state).length === 0 && !state.mine;
    queryRequired(this.#page, '[data-order]').hidden = state.q.trim() !== '' || total === 0;
    this.#reveal(total === 0 ? 'none' : 'list');
  }

  showFailure(): void {
    this.showNothing();
    this.#reveal('failed');
  }

  /** For a paste that full text is not asked about, or has nothing to add to. */
  showNothing(): void {
    queryRequired(this.#page, '[data-total]').textContent = '';
    queryRequired(this.#page, '[data-more]').hidden = true;
    queryRequired(this.#page, '[data-order]').hidden = true;
    this.#reveal('nothing');
  }

  #reveal(what: 'list' | 'none' | 'failed' | 'nothing'): void {
    queryRequired(this.#page, '[data-static]').hidden = true;
    this.hideWaiting();
    queryRequired(this.#page, '[data-results-line]').hidden = what === 'nothing' || what === 'failed';
    this.#list.hidden = what !== 'list';
    queryRequired(this.#page, '[data-empty-state]').hidden = what !== 'none';
    queryRequired(this.#page, '[data-failed]').hidden = what !== 'failed';
  }

  showChips(
    state: SearchState,
    filters: FiltersView,
    onRemove: (key: Chosen['key'], value: string) => void,
  ): void {
    const chosen = chosenValues(state);
    const template = queryRequired<HTMLTemplateElement>(this.#page, '#chip');
    const chips = chosen.map(({ key, value }) => {
      const chip = template.content.cloneNode(true) as DocumentFragment;
      const button = queryRequired(chip, 'button');
      const name = filters.nameOf(key, value);
      button.textContent = name;
      button.ariaLabel = this.#words.remove(filters.facetName(key), name);
      button.addEventListener('click', () => onRemove(key, value));
      return chip;
    });
    queryRequired(this.#page, '[data-chip-list]').replaceChildren(...chips);
    queryRequired(this.#page, '[data-chips]').hidden = chosen.length === 0;
  }
}
