import {
  readState,
  withoutFilters,
  setFacetValue,
  writeState,
  type SearchState,
} from '../../search/search-state.ts';
import { moveFocusWithArrowKeys } from '../shared/arrow-key-focus.ts';
import { latestOnly } from '../shared/async.ts';
import { isPlainClick, queryRequired } from '../shared/dom.ts';
import { readTextFragment } from '../shared/text-fragment.ts';
import { Answerer, type Question } from './answer.ts';
import { FiltersView } from './filters-view.ts';
import { isPaste, isQuestion, toAddressQuery } from './query-text.ts';
import { ResultsArea } from './results-area.ts';
import './search-box.ts';
import { keepPasteOnLanguageSwitch, takeStoredPaste } from './stored-paste.ts';

/** In characters. A paste up to this length is kept in the history of the tab, so that it survives a reload. */
const MAX_IN_HISTORY = 200_000;

/** A window as wide as a phone; wider ones have the filters beside the results. */
const PHONE = '(width < 48rem)';

/** The data of an entry in the history. */
type HistoryData = { paste?: string; isFromAddress?: boolean } | null;

/**
 * `<kf-search-page>`: the home page and the search page. The box, the filters and the address always show the same
 * state. A few words are part of the address; a paste is not, it stays on the reader's machine. Typing replaces the
 * entry in the history, choosing a filter adds one, so that the Back button undoes it.
 */
class SearchPage extends HTMLElement {
  readonly #box = queryRequired(this, 'kf-search-box');
  readonly #filters = new FiltersView(this.querySelector('#facets'), (change) => {
    void this.#show(change(this.#state), 'push');
  });
  readonly #results = new ResultsArea(queryRequired(this, '[data-results]'));
  readonly #answerer = new Answerer(this, this.#box, this.#results, this.#filters);
  readonly #ask = latestOnly((question: Question) => this.#answerer.answer(question));
  readonly #initialLimit = Number(this.dataset['limit']);
  #limit = this.#initialLimit;
  #state = readState('', this.#filters.known);

  connectedCallback(): void {
    this.#listen();
    this.#start();
  }

  #listen(): void {
    this.#box.addEventListener('textchange', () => {
      void this.#showText(this.#state).then(() => this.#scrollToAnswer());
    });
    this.#box.addEventListener('clear', () => this.#startOver(this.#state));
    this.#listenToLogo();
    this.#box.addEventListener('focusin', () => this.#answerer.prepare(), { once: true });
    window.addEventListener('popstate', () => {
      this.#readAddress();
      this.#showAddress(this.#state);
    });
    for (const button of this.querySelectorAll('[data-remove-all]')) {
      button.addEventListener('click', () => {
        void this.#show(withoutFilters(this.#state), 'push');
        this.#box.field.focus();
      });
    }
    this.#results.onMore((step) => {
      this.#limit += step;
      return this.#answer();
    });
    this.#results.onRetry(() => {
      this.#answerer.resetSearch();
      void this.#answer();
    });
    const toggle = this.querySelector('.filters-toggle');
    toggle?.addEventListener('click', () => {
      toggle.ariaExpanded = String(toggle.ariaExpanded !== 'true');
    });
    moveFocusWithArrowKeys(this, this.#box.field, () => this.#results.links());
    keepPasteOnLanguageSwitch(this.#box);
  }

  /** On the home page the logo leads to the page as it was before any question. */
  #listenToLogo(): void {
    const logo = document.querySelector<HTMLAnchorElement>('.brand');
    logo?.addEventListener('click', (event) => {
      if (logo.pathname !== location.pathname || !isPlainClick(event)) return;
      event.preventDefault();
      this.#startOver(withoutFilters({ q: '' }));
      scrollTo(0, 0);
    });
  }

  /** Empties the box; the Back button brings the text back. */
  #startOver(state: SearchState): void {
    this.#box.setText('', false);
    void this.#show({ ...state, q: '' }, 'push');
    this.#box.field.focus();
  }

  /** On a phone the box and a keyboard leave no room for the answer to a paste. */
  #scrollToAnswer(): void {
    if (this.#box.isFolded && matchMedia(PHONE).matches) this.#box.scrollIntoView();
  }

  /** Answers the address, or what was entered before this script ran. */
  #start(): void {
    const stored = takeStoredPaste();
    const entered = this.#box.text || stored;
    this.#readAddress();
    const state = this.#filters.addChecked(this.#state);
    if (entered !== undefined) this.#box.setText(entered, false);
    if (this.#box.contains(document.activeElement)) this.#answerer.prepare();

    const isAsked = this.#box.text !== '' || writeState(state) !== '';
    if (isAsked) this.#results.showWaiting();
    if (entered !== undefined) void this.#showText(state).then(() => this.#scrollToAnswer());
    else if (isAsked) this.#showAddress(state);
    else this.#showControls();
  }

  /** Shows a state read from the address, which is replaced where it lacks a part of the state. */
  #showAddress(state: SearchState): void {
    const isComplete =
      writeState(state) === writeState(this.#state) && state.q === toAddressQuery(this.#box.text);
    if (!isComplete) {
      void this.#showText(state);
      return;
    }
    this.#showControls();
    void this.#answer();
  }

  /** Shows a state with the text in the box. */
  #showText(state: SearchState): Promise<void> {
    return this.#show({ ...state, q: toAddressQuery(this.#box.text) }, 'replace');
  }

  /** Takes the state from the address, and the text from its fragment, from the history or from its query. */
  #readAddress(): void {
    this.#state = readState(location.search, this.#filters.known);
    const data = history.state as HistoryData;
    const shared = readTextFragment(location.hash);
    const isTyped = shared === undefined && data?.paste !== undefined && !data.isFromAddress;
    this.#box.setText(shared ?? data?.paste ?? this.#state.q, !isTyped);
  }

  /** Shows a state and gives it an address. */
  #show(next: SearchState, mode: 'push' | 'replace'): Promise<void> {
    // Read back, so that a state has one address whatever the order of the choices.
    this.#state = readState(writeState(next), this.#filters.known);
    const { text, isFromAddress } = this.#box;
    const data: HistoryData =
      isPaste(text) && text.length <= MAX_IN_HISTORY ? { paste: text, isFromAddress } : null;
    const address = location.pathname + writeState(this.#state);
    if (mode === 'push') history.pushState(data, '', address);
    else history.replaceState(data, '', address);
    this.#showControls();
    return this.#answer();
  }

  /** Shows the state in the filters and the chips; the number of results starts again. */
  #showControls(): void {
    this.#limit = this.#initialLimit;
    this.#filters.showChosen(this.#state);
    this.#results.showChips(this.#state, this.#filters, (key, value) => {
      void this.#show(setFacetValue(this.#state, key, value, false), 'push');
    });
    const isFiltered = writeState({ ...this.#state, q: '' }) !== '';
    this.classList.toggle('asked', isQuestion(this.#box.text) || isFiltered);
  }

  async #answer(): Promise<void> {
    const { text, isFromAddress } = this.#box;
    await this.#ask({ text, isFromAddress, state: this.#state, limit: this.#limit });
  }
}

customElements.define('kf-search-page', SearchPage);
