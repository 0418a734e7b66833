import { browserWords } from '../../i18n/browser-words.ts';
import { announcer } from '../shared/announcer.ts';
import { walkWithArrows } from '../shared/arrow-keys.ts';
import { queryRequired, siteBase, siteLocale } from '../shared/dom.ts';
import { search } from './search-engine.ts';
import { latestOnly } from '../shared/latest.ts';
import { loadPagefind } from './pagefind.ts';
import { renderHits } from './results-view.ts';
import { withoutFilters, writeState, type SearchState } from '../../search/search-state.ts';

/** Results that fit a dialog; the rest is on the search page. */
const SHOWN = 6;

/**
 * Makes the search over a page answer while one types.
 *
 * @param element the open dialog, which may hold text already
 */
export function wireQuickSearch(element: HTMLDialogElement): void {
  const box = queryRequired<HTMLInputElement>(element, '[data-box]');
  const list = queryRequired(element, '[data-list]');
  const all = queryRequired<HTMLAnchorElement>(element, '[data-all]');
  const failed = queryRequired(element, '[data-failed]');
  const result = queryRequired<HTMLTemplateElement>(element, '#quick-result');
  const announce = announcer(queryRequired(element, '[data-announcer]'));
  const words = browserWords[siteLocale()];

  const update = latestOnly(async (state: SearchState) => {
    if (state.q.trim() === '') {
      list.replaceChildren();
      return;
    }
    try {
      const { total, hits } = await search(siteBase(), state, SHOWN);
      renderHits(list, result, hits);
      announce(words.results(total));
      failed.hidden = true;
    } catch (error) {
      console.error(error);
      list.replaceChildren();
      failed.hidden = false;
    }
  });

  const answer = () => {
    const state = withoutFilters({ q: box.value });
    all.search = writeState(state);
    void update(state);
  };
  box.addEventListener('input', answer);
  queryRequired(element, '[data-close]').addEventListener('click', () => element.close());
  walkWithArrows(element, box, () => [...list.querySelectorAll('a'), all]);
  // The index travels while the reader types; a failure shows when there is something to search for.
  loadPagefind(siteBase()).catch(() => undefined);
  answer();
}
