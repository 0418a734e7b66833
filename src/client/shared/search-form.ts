import { queryRequired } from './dom.ts';
import { writeTextFragment } from './text-fragment.ts';

/**
 * `<kf-search-form>`: a field that leads to the search page. The text travels in the fragment of the address, so it is
 * sent to no server; the search page puts a short one into its own address.
 */
class SearchForm extends HTMLElement {
  readonly #form = queryRequired(this, 'form');
  readonly #field = queryRequired(this, 'input');

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#openSearchPage();
    });
    // `boot.js` marks a form that was submitted before this script ran.
    if (this.#form.dataset['submitted'] !== undefined) this.#openSearchPage();
  }

  #openSearchPage(): void {
    const text = this.#field.value;
    const fragment = text === '' ? '' : writeTextFragment(text);
    location.assign((this.dataset['searchPage'] ?? '') + fragment);
  }
}

customElements.define('kf-search-form', SearchForm);
