import { browserWords } from '../../i18n/browser-words.ts';
import { withoutFilters } from '../../search/search-state.ts';
import { createAnnouncer } from '../shared/announcer.ts';
import { moveFocusWithArrowKeys } from '../shared/arrow-key-focus.ts';
import { latestOnly } from '../shared/async.ts';
import { queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';
import { writeTextFragment } from '../shared/text-fragment.ts';
import { renderHits } from './hit-list.ts';
import { isQuestion } from './query-text.ts';
import { SearchEngine } from './search-engine.ts';

/** Results that fit a dialog; the search page has the others. */
const LIMIT = 6;

/** `<kf-quick-search>`: the search in a dialog over any page, which answers while the reader types. */
class QuickSearch extends HTMLElement {
  readonly #dialog = queryRequired(this, 'dialog');
  readonly #field = queryRequired(this, 'input');
  readonly #list = queryRequired(this, '[data-list]');
  readonly #allLink = queryRequired<HTMLAnchorElement>(this, '.all-results');
  readonly #failure = queryRequired(this, '.failed');
  readonly #template = queryRequired<HTMLTemplateElement>(this, '#quick-result');
  readonly #announce = createAnnouncer(queryRequired(this, '[role="status"]'));
  readonly #words = browserWords[siteLocale()];
  readonly #engine = new SearchEngine();
  readonly #ask = latestOnly((text: string) => this.#answer(text));

  connectedCallback(): void {
    this.#field.addEventListener('input', () => this.#showText());
    queryRequired(this, '.close').addEventListener('click', () => this.#dialog.close());
    moveFocusWithArrowKeys(this, this.#field, () => [
      ...this.#list.querySelectorAll('a'),
      this.#allLink,
    ]);
    // The index loads while the reader types; a failure shows with an answer.
    this.#engine.load().catch(() => undefined);
    // What was typed before this script ran is answered.
    this.#showText();
  }

  #showText(): void {
    const text = this.#field.value;
    this.#allLink.hash = text === '' ? '' : writeTextFragment(text);
    void this.#ask(text);
  }

  async #answer(text: string): Promise<void> {
    if (!isQuestion(text)) {
      this.#list.replaceChildren();
      return;
    }
    try {
      const { total, hits } = await this.#engine.search(withoutFilters({ q: text }), LIMIT);
      renderHits(this.#list, this.#template, hits);
      this.#announce(this.#words.results(total));
      this.#failure.hidden = true;
    } catch (error) {
      console.error(error);
      this.#list.replaceChildren();
      this.#failure.hidden = false;
    }
  }
}

customElements.define('kf-quick-search', QuickSearch);
