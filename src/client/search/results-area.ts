import { browserWords } from '../../i18n/browser-words.ts';
import { announcer } from '../shared/announcer.ts';
import { need, siteLocale } from '../shared/dom.ts';
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
    this.#list = need(page, '[data-list]');
    this.announce = announcer(need(page, '[data-announcer]'));
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
    need(this.#page, '[data-waiting]').hidden = false;
    need(this.#page, '[data-results-line]').hidden = true;
    need(this.#page, '[data-static]').classList.add('waiting');
  }

  /** The first part of an answer takes the place of the word. */
  hideWaiting(): void {
    need(this.#page, '[data-waiting]').hidden = true;
  }

  setBusy(busy: boolean): void {
    need(this.#page, '[data-results]').setAttribute('aria-busy', String(busy));
  }

  /** @param before what is said before the count, such as what was diagnosed */
  show(
    { total, hits }: Outcome,
    state: SearchState,
    { limit, step, mine }: { limit: number; step: number; mine?: MachineVerdicts | undefined },
    before = '',
  ): void {
    const template = need<HTMLTemplateElement>(this.#page, '#result');
    renderHits(this.#list, template, hits, mine);

    const count = this.#words.results(total);
    need(this.#page, '[data-total]').textContent = count;
    this.announce([before, count].filter(Boolean).join('. '));

    const more = need(this.#page, '[data-more]');
    more.hidden = total <= limit;
    more.textContent = this.#words.more(Math.min(step, total - limit));
    need(this.#page, '[data-empty-filters]').hidden =
      chosenValues(state).length === 0 && !state.mine;
    need(this.#page, '[data-order]').hidden = state.q.trim() !== '' || total === 0;
    this.#reveal(total === 0 ? 'none' : 'list');
  }

  showFailure(): void {
    this.showNothing();
    this.#reveal('failed');
  }

  /** For a paste that full text is not asked about, or has nothing to add to. */
  showNothing(): void {
    need(this.#page, '[data-total]').textContent = '';
    need(this.#page, '[data-more]').hidden = true;
    need(this.#page, '[data-order]').hidden = true;
    this.#reveal('nothing');
  }

  #reveal(what: 'list' | 'none' | 'failed' | 'nothing'): void {
    need(this.#page, '[data-static]').hidden = true;
    this.hideWaiting();
    need(this.#page, '[data-results-line]').hidden = what === 'nothing' || what === 'failed';
    this.#list.hidden = what !== 'list';
    need(this.#page, '[data-empty-state]').hidden = what !== 'none';
    need(this.#page, '[data-failed]').hidden = what !== 'failed';
  }

  showChips(
    state: SearchState,
    filters: FiltersView,
    onRemove: (key: Chosen['key'], value: string) => void,
  ): void {
    const chosen = chosenValues(state);
    const template = need<HTMLTemplateElement>(this.#page, '#chip');
    const chips = chosen.map(({ key, value }) => {
      const chip = template.content.cloneNode(true) as DocumentFragment;
      const button = need(chip, 'button');
      const name = filters.nameOf(key, value);
      button.textContent = name;
      button.ariaLabel = this.#words.remove(filters.facetName(key), name);
      button.addEventListener('click', () => onRemove(key, value));
      return chip;
    });
    need(this.#page, '[data-chip-list]').replaceChildren(...chips);
    need(this.#page, '[data-chips]').hidden = chosen.length === 0;
  }
}
