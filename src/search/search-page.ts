import { browserWords } from '../i18n/in-browser.ts';
import { announcer } from './announcer.ts';
import { walkWithArrows } from './arrow-keys.ts';
import { need, siteBase, siteLocale } from './dom.ts';
import { search, type Outcome } from './engine.ts';
import { FiltersView } from './filters-view.ts';
import { latestOnly } from './latest.ts';
import { forgetPagefind } from './pagefind.ts';
import { renderHit } from './results-view.ts';
import {
  chosenValues,
  readState,
  withoutFilters,
  withValue,
  writeState,
  type SearchState,
} from './state.ts';

/**
 * Wires the search page: the box, the facets and the address always show the same state.
 * Typing replaces the entry in the history, choosing a filter adds one, so that the back button undoes it.
 */
export function startSearchPage(): void {
  const page = need(document, '[data-search-page]');
  const box = need<HTMLInputElement>(page, '[data-box]');
  const list = need(page, '[data-list]');
  const view = new ResultsArea(page);
  const step = Number(page.dataset['shown']);

  const filters = new FiltersView(need(page, '[data-facets]'), (key, value, on) =>
    go(withValue(state, key, value, on), 'push'),
  );
  let state = readState(location.search, filters.known);
  let limit = step;

  const update = latestOnly(async () => {
    const asked = state;
    view.setBusy(true);
    try {
      const outcome = await search(siteBase(), asked, limit);
      filters.showCounts(outcome.counts);
      view.show(outcome, asked, limit, step);
    } catch (error) {
      console.error(error);
      view.showFailure();
    } finally {
      view.setBusy(false);
    }
  });

  function go(next: SearchState, history: 'push' | 'replace' | 'keep'): void {
    // Read back, so that one state has one address whatever the order of the choices.
    state = readState(writeState(next), filters.known);
    limit = step;
    const address = `${location.pathname}${writeState(state)}`;
    if (history === 'push') window.history.pushState(null, '', address);
    if (history === 'replace') window.history.replaceState(null, '', address);
    showState();
    void update(undefined);
  }

  function showState(): void {
    if (box.value !== state.q) box.value = state.q;
    filters.showChosen(state);
    view.showChips(state, filters, (key, value) => go(withValue(state, key, value, false), 'push'));
  }

  box.addEventListener('input', () => go({ ...state, q: box.value }, 'replace'));
  need(page, '[data-form]').addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...state, q: box.value }, 'replace');
  });
  for (const button of page.querySelectorAll('[data-remove-all]')) {
    button.addEventListener('click', () => {
      go(withoutFilters(state), 'push');
      box.focus();
    });
  }
  need(page, '[data-more]').addEventListener('click', () => {
    const shown = list.children.length;
    limit += step;
    void update(undefined).then(() => list.children[shown]?.querySelector('a')?.focus());
  });
  need(page, '[data-retry]').addEventListener('click', () => {
    forgetPagefind();
    void update(undefined);
  });
  window.addEventListener('popstate', () => go(readState(location.search, filters.known), 'keep'));
  need(page, '[data-filters-toggle]').addEventListener('click', ({ currentTarget }) => {
    const toggle = currentTarget as HTMLElement;
    toggle.ariaExpanded = String(toggle.ariaExpanded !== 'true');
  });
  walkWithArrows(page, box, () => view.links());

  // A browser that goes back to the page may have put its own text into the box before we looked.
  showState();
  if (writeState(state) !== '') {
    view.showWaiting();
    void update(undefined);
  }
  page.dataset['hydrated'] = 'true';
}

/** Everything to the right of the facets: total, chips, list, and what stands there when there is no list. */
class ResultsArea {
  readonly #words = browserWords[siteLocale()];
  readonly #page: HTMLElement;
  readonly #list: HTMLElement;
  readonly #announce: (text: string) => void;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#list = need(page, '[data-list]');
    this.#announce = announcer(need(page, '[data-announcer]'));
  }

  links(): HTMLElement[] {
    return [...this.#page.querySelectorAll<HTMLElement>('[data-results] .fault-title a')].filter(
      (link) => link.checkVisibility(),
    );
  }

  /** The address asks for something: until the first answer the page must not show another. */
  showWaiting(): void {
    const total = need(this.#page, '[data-total]');
    total.textContent = total.dataset['searching'] ?? '';
    need(this.#page, '[data-order]').hidden = true;
    need(this.#page, '[data-static]').classList.add('waiting');
  }

  setBusy(busy: boolean): void {
    need(this.#page, '[data-results]').setAttribute('aria-busy', String(busy));
  }

  show({ total, hits }: Outcome, state: SearchState, limit: number, step: number): void {
    const template = need<HTMLTemplateElement>(this.#page, '#result');
    this.#list.replaceChildren(...hits.map((hit) => renderHit(template, hit)));

    const count = this.#words.results(total);
    need(this.#page, '[data-total]').textContent = count;
    this.#announce(count);

    const more = need(this.#page, '[data-more]');
    more.hidden = total <= limit;
    more.textContent = this.#words.more(Math.min(step, total - limit));
    need(this.#page, '[data-empty-filters]').hidden = chosenValues(state).length === 0;
    need(this.#page, '[data-order]').hidden = state.q.trim() !== '' || total === 0;
    this.#reveal(total === 0 ? 'none' : 'list');
  }

  showFailure(): void {
    need(this.#page, '[data-total]').textContent = '';
    need(this.#page, '[data-more]').hidden = true;
    need(this.#page, '[data-order]').hidden = true;
    this.#reveal('failed');
  }

  #reveal(what: 'list' | 'none' | 'failed'): void {
    need(this.#page, '[data-static]').hidden = true;
    this.#list.hidden = what !== 'list';
    need(this.#page, '[data-empty-state]').hidden = what !== 'none';
    need(this.#page, '[data-failed]').hidden = what !== 'failed';
  }

  showChips(
    state: SearchState,
    filters: FiltersView,
    onRemove: (key: ReturnType<typeof chosenValues>[number]['key'], value: string) => void,
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
