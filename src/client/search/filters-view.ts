import { facetKeys, perFacet, type FacetKey } from '../../search/facets.ts';
import { setFacetValue, type KnownValues, type SearchState } from '../../search/search-state.ts';
import { queryRequired } from '../shared/dom.ts';
import type { FilterCounts } from '../../search/search-outcome.ts';

interface FacetInput {
  key: FacetKey;
  value: string;
  name: string;
  input: HTMLInputElement;
  label: HTMLElement;
  count: HTMLElement;
}

/** The checkboxes of the facets: their values, the chosen ones, and the number of articles for each. */
export class FiltersView {
  /** Every value that an article could have. */
  readonly known: KnownValues;
  readonly #inputs: FacetInput[];
  readonly #legends: ReadonlyMap<FacetKey, string>;
  /** The filter by the reader's machine, hidden until something is known about it. */
  readonly #machineFilter: HTMLElement | null;
  readonly #mine: HTMLInputElement | null;
  /** The facets, and the folded values of each. */
  readonly #groups: readonly HTMLElement[];

  /**
   * @param form contains a `fieldset[data-facet]` for each facet; a page without facets has no form
   * @param onChange called with the change to the state when the reader checks or unchecks a box
   */
  constructor(
    form: HTMLElement | null,
    onChange: (change: (state: SearchState) => SearchState) => void,
  ) {
    this.#machineFilter = form?.querySelector<HTMLElement>('[data-mine]') ?? null;
    this.#mine = form?.querySelector<HTMLInputElement>('[data-mine-input]') ?? null;
    this.#mine?.addEventListener('change', () =>
      onChange((state) => ({ ...state, mine: this.#isMineChecked })),
    );
    this.#inputs = facetKeys.flatMap((key) =>
      [...(form?.querySelectorAll<HTMLElement>(`[data-facet="${key}"] label`) ?? [])].map(
        (label) => {
          const input = queryRequired(label, 'input');
          const name = queryRequired(label, 'span').textContent;
          return {
            key,
            value: input.value,
            name,
            input,
            label,
            count: queryRequired(label, '[data-count]'),
          };
        },
      ),
    );
    this.#groups = [
      ...(form?.querySelectorAll<HTMLElement>('[data-facet], [data-facet] details') ?? []),
    ];
    this.#legends = new Map(
      facetKeys.map((key) => [
        key,
        form?.querySelector(`[data-facet="${key}"] legend`)?.textContent ?? key,
      ]),
    );
    for (const { key, value, input } of this.#inputs) {
      input.addEventListener('change', () =>
        onChange((state) => setFacetValue(state, key, value, input.checked)),
      );
    }
    this.known = perFacet((key) =>
      this.#inputs.filter((input) => input.key === key).map(({ value }) => value),
    );
  }

  /** Returns the name of a value in the reader's language. */
  nameOf(key: FacetKey, value: string): string {
    const found = this.#inputs.find((input) => input.key === key && input.value === value);
    return found?.name ?? value;
  }

  /** Returns the name of a facet in the reader's language. */
  facetName(key: FacetKey): string {
    return this.#legends.get(key) ?? key;
  }

  /** Returns the state with every value that is checked. */
  addChecked(state: SearchState): SearchState {
    return this.#inputs
      .filter(({ input }) => input.checked)
      .reduce((sum, { key, value }) => setFacetValue(sum, key, value, true), state);
  }

  showChosen({ facets, mine }: SearchState): void {
    if (this.#mine) this.#mine.checked = mine;
    for (const { key, value, input } of this.#inputs) {
      input.checked = facets[key].includes(value);
      // A chosen value is always visible.
      const details = input.closest('details');
      if (details && input.checked) details.open = true;
    }
  }

  /**
   * Shows the number of results of each value. Values without results are hidden unless they are chosen.
   *
   * @param isMachineKnown whether results can be filtered by the reader's machine
   */
  showOutcome(counts: FilterCounts, isMachineKnown: boolean): void {
    for (const { key, value, input, label, count } of this.#inputs) {
      const n = counts[key]?.[value] ?? 0;
      count.textContent = String(n);
      label.hidden = n === 0 && !input.checked;
    }
    for (const group of this.#groups) {
      group.hidden = group.querySelector('label:not([hidden])') === null;
    }
    this.showMachineFilter(isMachineKnown || this.#isMineChecked);
  }

  showMachineFilter(isVisible = true): void {
    if (this.#machineFilter) this.#machineFilter.hidden = !isVisible;
  }

  get #isMineChecked(): boolean {
    return this.#mine?.checked ?? false;
  }
}
