import { facetKeys, perFacet, type FacetKey } from '../../search/facets.ts';
import { queryRequired } from '../shared/dom.ts';
import type { FilterCounts } from './pagefind.ts';
import type { KnownValues, SearchState } from '../../search/search-state.ts';

interface FacetInput {
  key: FacetKey;
  value: string;
  name: string;
  input: HTMLInputElement;
  label: HTMLElement;
  count: HTMLElement;
}

/** The checkboxes of the facets: reads what they offer, shows what is chosen and how much is behind each. */
export class FiltersView {
  /** Every value that some article could have. */
  readonly known: KnownValues;
  readonly #inputs: FacetInput[];
  readonly #legends: ReadonlyMap<FacetKey, string>;

  /**
   * @param form holds one `fieldset[data-facet]` a facet; a page without facets has none
   * @param onChange called when a reader checks or unchecks a value
   */
  constructor(
    form: HTMLElement | null,
    onChange: (key: FacetKey, value: string, on: boolean) => void,
  ) {
    this.#inputs = facetKeys.flatMap((key) =>
      [...(form?.querySelectorAll<HTMLElement>(`[data-facet="${key}"] label`) ?? [])].map(
        (label) => {
          const input = queryRequired<HTMLInputElement>(label, 'input');
          const name = queryRequired(label, '[data-name]').textContent ?? '';
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
    this.#legends = new Map(
      facetKeys.map((key) => [
        key,
        form?.querySelector(`[data-facet="${key}"] legend`)?.textContent ?? key,
      ]),
    );
    for (const { key, value, input } of this.#inputs) {
      input.addEventListener('change', () => onChange(key, value, input.checked));
    }
    this.known = perFacet((key) =>
      this.#inputs.filter((input) => input.key === key).map(({ value }) => value),
    );
  }

  /** The name of a value in the reader's language. */
  nameOf(key: FacetKey, value: string): string {
    const found = this.#inputs.find((input) => input.key === key && input.value === value);
    return found?.name ?? value;
  }

  /** The name of a facet in the reader's language. */
  facetName(key: FacetKey): string {
    return this.#legends.get(key) ?? key;
  }

  showChosen({ facets }: SearchState): void {
    for (const { key, value, input } of this.#inputs) {
      input.checked = facets[key].includes(value);
      // What is chosen is seen; what the reader has opened stays open.
      const folded = input.closest('details');
      if (folded && input.checked) folded.open = true;
    }
  }

  /** Values without results stay where they are (nothing jumps) but step back, unless they are chosen. */
  showCounts(counts: FilterCounts): void {
    for (const { key, value, input, label, count } of this.#inputs) {
      const n = counts[key]?.[value] ?? 0;
      count.textContent = String(n);
      label.toggleAttribute('data-empty', n === 0 && !input.checked);
    }
  }
}
