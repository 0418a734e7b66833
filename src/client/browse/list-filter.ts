/**
 * `<kf-list-filter>`: hides the rows of a list that do not match the filters. The address keeps the filters, under the
 * names that the search page uses. Imports nothing of `../shared`: a module shared with this page would cost every other
 * page a request.
 */
class ListFilter extends HTMLElement {
  readonly #form = this.querySelector('form');
  readonly #rows = [...this.querySelectorAll<HTMLElement>('.fault-rows > li')];

  connectedCallback(): void {
    this.#form?.addEventListener('change', () => {
      this.#apply();
      this.#writeAddress();
    });
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      for (const select of this.#selects) select.value = '';
      this.#apply();
      this.#writeAddress();
      this.#selects[0]?.focus();
    });
    for (const button of this.querySelectorAll<HTMLElement>('.more-rows')) {
      button.addEventListener('click', () => {
        const list = button.previousElementSibling;
        list?.classList.remove('folded');
        // The button is gone; the first row that it revealed takes the focus.
        list?.querySelector<HTMLElement>('.extra a')?.focus();
      });
    }
    window.addEventListener('popstate', () => this.#readAddress());
    this.#readAddress();
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  /** Selects what the address says. Values that the list does not have are ignored. */
  #readAddress(): void {
    const parameters = new URLSearchParams(location.search);
    for (const select of this.#selects) {
      select.value = parameters.get(select.name) ?? '';
      if (select.selectedIndex === -1) select.value = '';
    }
    this.#apply();
  }

  #writeAddress(): void {
    const parameters = new URLSearchParams(
      this.#selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
    );
    const query = parameters.size > 0 ? `?${parameters}` : '';
    history.replaceState(history.state, '', location.pathname + query + location.hash);
  }

  #apply(): void {
    const chosen = this.#selects.filter(({ value }) => value !== '');
    // A folded list would hide some of the matches.
    if (chosen.length > 0) {
      for (const list of this.querySelectorAll('.folded')) list.classList.remove('folded');
    }
    for (const row of this.#rows) {
      row.hidden = !chosen.every(({ name, value }) =>
        row.dataset[name]?.split(' ').includes(value),
      );
    }
    for (const section of this.querySelectorAll('section')) this.#countSection(section);
    const shown = this.#rows.filter((row) => !row.hidden).length;
    setText(this.querySelector('[data-shown]'), shown);
    setHidden(this.querySelector('[data-result]'), chosen.length === 0);
    setHidden(this.querySelector('[data-none]'), shown > 0 || this.#rows.length === 0);
    setHidden(this.querySelector('[data-clear]'), chosen.length === 0);
  }

  /** Shows how many rows of a section are left, in its heading and in the link to it. */
  #countSection(section: HTMLElement): void {
    const shown = section.querySelectorAll('.fault-rows > li:not([hidden])').length;
    section.hidden = shown === 0;
    setText(section.querySelector('h2 .count'), shown);
    const id = section.querySelector('h2')?.id;
    const link = this.querySelector(`.section-links a[href="#${id}"]`);
    setText(link?.querySelector('.count'), shown);
    setHidden(link?.parentElement, shown === 0);
  }
}

function setText(element: Element | null | undefined, count: number): void {
  if (element) element.textContent = String(count);
}

function setHidden(element: HTMLElement | null | undefined, isHidden: boolean): void {
  if (element) element.hidden = isHidden;
}

customElements.define('kf-list-filter', ListFilter);
