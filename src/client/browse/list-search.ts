/** Filters of a list on one page that the search has, too. */
const FILTERS = ['project', 'platform', 'python'];

/**
 * `<kf-list-search>`: the link of a list on several pages to the search. An address with filters, from when the list fitted
 * on one page (see `list-filter.ts`), leads to the search with these filters. Imports nothing of `../shared`: a module
 * shared with this page would cost every other page a request.
 */
class ListSearch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const target = new URL(link.href);
    const filters = [...new URLSearchParams(location.search)].filter(
      ([name, value]) => value !== '' && FILTERS.includes(name) && !target.searchParams.has(name),
    );
    if (filters.length === 0) return;
    for (const [name, value] of filters) target.searchParams.set(name, value);
    location.replace(target);
  }
}

customElements.define('kf-list-search', ListSearch);
