import { browserWords } from '../../i18n/browser-words.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import { chosenValues, type SearchState } from '../../search/search-state.ts';
import { createAnnouncer } from '../shared/announcer.ts';
import { copyTemplate, queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';
import type { FiltersView } from './filters-view.ts';
import { renderHits } from './hit-list.ts';
import type { MachineVerdicts } from './machine-verdicts.ts';

type ChosenValue = ReturnType<typeof chosenValues>[number];

/** Results that are added at a time. */
const STEP = 10;

interface ShowOptions {
  machine: MachineVerdicts | undefined;
  heading?: string | undefined;
  announcement?: string | undefined;
}

/** The results of the search: total, chosen filters, list, and the texts shown in place of a list. */
export class ResultsArea {
  /** Announces a sentence to screen readers once it has settled. */
  readonly #announce: (text: string) => void;
  readonly #words = browserWords[siteLocale()];
  readonly #area: HTMLElement;
  readonly #list: HTMLElement;

  /** @param area the `SearchResults.astro` of the page */
  constructor(area: HTMLElement) {
    this.#area = area;
    this.#list = this.#part('[data-list]');
    this.#announce = createAnnouncer(this.#part('[role="status"]'));
  }

  /** Returns the visible links of the answer in order, those of the diagnosis included. */
  links(): HTMLElement[] {
    return [...this.#area.querySelectorAll<HTMLElement>('.fault-title a')].filter((link) =>
      link.checkVisibility(),
    );
  }

  /** Calls back with the number of results to show, and focuses the first new one when they are shown. */
  onMore(showMore: (step: number) => Promise<void>): void {
    this.#part('[data-more]').addEventListener('click', async () => {
      const shown = this.#list.children.length;
      await showMore(STEP);
      this.#list.children[shown]?.querySelector('a')?.focus();
    });
  }

  onRetry(retry: () => void): void {
    this.#part('[data-retry]').addEventListener('click', retry);
  }

  /** Until the first answer to the address, the page must not show the list that was rendered for no question. */
  showWaiting(): void {
    this.#part('[data-waiting]').hidden = false;
    this.#part('.results-line').hidden = true;
    this.#part('[data-static]').classList.add('waiting');
  }

  /** Hides the list of the last question below a new diagnosis, which would push it down. */
  makeRoom(): void {
    this.#reveal('nothing');
  }

  setBusy(isBusy: boolean): void {
    this.#area.setAttribute('aria-busy', String(isBusy));
  }

  /** @param options.heading in place of the number of results, also announced without an announcement */
  show(
    { total, hits }: SearchOutcome,
    { state, limit }: { state: SearchState; limit: number },
    options: ShowOptions,
  ): void {
    const { machine, heading = this.#words.results(total), announcement = heading } = options;
    renderHits(this.#list, this.#part<HTMLTemplateElement>('#result'), hits, machine);

    this.#part('[data-total]').textContent = heading;
    this.#announce(announcement);

    const more = this.#part('[data-more]');
    more.hidden = total <= limit;
    more.textContent = this.#words.more(Math.min(STEP, total - limit));
    this.#part('[data-empty-filters]').hidden = chosenValues(state).length === 0 && !state.mine;
    this.#part('[data-order]').hidden = state.q.trim() !== '' || options.heading !== undefined;
    this.#reveal(total === 0 ? 'none' : 'list');
  }

  showFailure(): void {
    this.showNothing();
    this.#reveal('failed');
  }

  /** Shows no results at all: the diagnosis or the audit is the whole answer. */
  showNothing(announcement?: string): void {
    this.#part('[data-total]').textContent = '';
    this.#part('[data-order]').hidden = true;
    if (announcement !== undefined) this.#announce(announcement);
    this.#reveal('nothing');
  }

  /** Says that no article cites an upstream address. */
  showUncited(sentence: string): void {
    this.showNothing(sentence);
    queryRequired(this.#part('[data-uncited]'), 'h2').textContent = sentence;
    this.#reveal('uncited');
  }

  showChips(
    state: SearchState,
    filters: FiltersView,
    onRemove: (key: ChosenValue['key'], value: string) => void,
  ): void {
    const chosen = chosenValues(state);
    const template = this.#part<HTMLTemplateElement>('#chip');
    const chips = chosen.map(({ key, value }) => {
      const { fragment } = copyTemplate(template);
      const button = queryRequired(fragment, 'button');
      const name = filters.nameOf(key, value);
      button.textContent = name;
      button.ariaLabel = this.#words.remove(filters.facetName(key), name);
      button.addEventListener('click', () => onRemove(key, value));
      return fragment;
    });
    this.#part('.chips ul').replaceChildren(...chips);
    this.#part('.chips').hidden = chosen.length === 0;
  }

  #reveal(content: 'list' | 'none' | 'uncited' | 'failed' | 'nothing'): void {
    this.#part('[data-static]').hidden = true;
    this.#part('[data-waiting]').hidden = true;
    this.#part('.results-line').hidden = content !== 'list';
    this.#list.hidden = content !== 'list';
    if (content !== 'list') this.#part('[data-more]').hidden = true;
    this.#part('[data-empty-state]').hidden = content !== 'none';
    this.#part('[data-uncited]').hidden = content !== 'uncited';
    this.#part('[data-failed]').hidden = content !== 'failed';
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return queryRequired<T>(this.#area, selector);
  }
}
