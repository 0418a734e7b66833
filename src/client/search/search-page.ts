import { browserWords } from '../../i18n/browser-words.ts';
import { looksLikeEnvironment } from '../../audit/inventory/looks-like-environment.ts';
import { walkWithArrows } from '../shared/arrow-keys.ts';
import { Box, isPaste, sizeOf } from './search-box.ts';
import { diagnoseInWorker } from '../diagnosis/diagnosis-client.ts';
import type { ShownDiagnosis } from '../diagnosis/diagnosis-messages.ts';
import { DiagnosisView } from '../diagnosis/diagnosis-view.ts';
import { queryRequired, siteBase, siteLocale } from '../shared/dom.ts';
import { keepMachine } from '../shared/machine-store.ts';
import { search } from './search-engine.ts';
import { UnknownErrorView } from '../diagnosis/unknown-error-view.ts';
import { FiltersView } from './filters-view.ts';
import { latestOnly } from '../shared/latest.ts';
import { forgetPagefind } from './pagefind.ts';
import { keepEnvironment, machineVerdicts } from './reader-machine.ts';
import { ResultsArea } from './results-area.ts';
import {
  readState,
  readFragment,
  withoutFilters,
  setFacetValue,
  writeFragment,
  writeState,
  type SearchState,
} from '../../search/search-state.ts';

/** A paste up to this length survives going away and coming back: it is kept in the history of this tab. */
const LARGEST_KEPT = 200_000;

/** What one answer is asked for. */
interface Question {
  text: string;
  state: SearchState;
}

/** Results that are added when more are wanted. */
const STEP = 10;

/**
 * Wires the box of the home page and of the search page: the box, the facets and the address always show the
 * same state. A few words stand in the address; a paste does not, it stays on this machine.
 * Typing replaces the entry in the history, choosing a filter adds one, so that the back button undoes it.
 */
export function startSearchPage(): void {
  const page = queryRequired(document, '[data-search-page]');
  const words = browserWords[siteLocale()];
  const shownAtFirst = Number(page.dataset['shown']);
  const view = new ResultsArea(page);
  const diagnosisView = new DiagnosisView(page, siteBase(), siteLocale());
  const gap = new UnknownErrorView(page);
  const box = new Box(page, () => go({ ...state, q: queryOf(box.text) }, 'replace'));
  const filters = new FiltersView(page.querySelector('[data-facets]'), (key, value, on) =>
    go(setFacetValue(state, key, value, on), 'push'),
  );
  const mineInput = page.querySelector<HTMLInputElement>('[data-mine-input]');
  let state = readState(location.search, filters.known);
  let limit = shownAtFirst;

  const update = latestOnly(async (question: Question) => {
    view.setBusy(true);
    try {
      await answer(question);
    } finally {
      view.setBusy(false);
    }
  });

  async function answer({ text, state: asked }: Question): Promise<void> {
    const paste = isPaste(text);
    queryRequired(page, '[data-audit]').hidden = true;
    if (looksLikeEnvironment(text)) return audited(text);
    // A few words go both ways at once; of a paste the diagnosis first says which line full text is asked for.
    const mine = paste ? undefined : await machineVerdicts();
    const only = (known: typeof mine) => (asked.mine ? known?.possible : undefined);
    const searching = paste ? undefined : search(siteBase(), asked, limit, only(mine));
    searching?.catch(() => undefined);
    const diagnosis = await diagnosed(text, paste);
    const found = diagnosis?.findings[0];
    if (text.trim() === '') gap.hide();
    else gap.offer(text, diagnosis?.environment, found !== undefined);
    if (found) view.hideWaiting();
    if (paste && !found) {
      view.showNothing();
      view.announce(words.unknown);
      return;
    }
    try {
      // Of a paste full text is asked for the line that told; the rest is words of the reader's machine.
      const q = queryOf(found?.line.text ?? '');
      const known = mine ?? (await machineVerdicts());
      const outcome = await (searching ?? search(siteBase(), { ...asked, q }, limit, only(known)));
      showMine(known !== undefined);
      filters.showCounts(outcome.counts);
      if (paste && found && outcome.total === 0) {
        // "Nothing found" below a diagnosis would take it back.
        view.showNothing();
        view.announce(words.found(found.title));
        return;
      }
      view.show(
        outcome,
        asked,
        { limit, step: STEP, mine: known },
        found && words.found(found.title),
      );
    } catch (error) {
      console.error(error);
      view.showFailure();
    }
  }

  /** Answers a text that says what is installed. */
  async function audited(text: string): Promise<void> {
    diagnosisView.hide();
    gap.hide();
    try {
      const [{ auditText }, { showAudit }] = await Promise.all([
        import('../audit/audit-paste.ts'),
        import('../audit/audit-view.ts'),
      ]);
      const { inventory, report } = await auditText(text);
      const { python, build, platform, packages } = inventory;
      keepMachine(
        {
          ...(python !== undefined && { python }),
          ...(build && { build }),
          ...(platform && { platform }),
          packages,
        },
        false,
      );
      view.showNothing();
      view.announce(showAudit(page, inventory, report));
      showMine(true);
    } catch (error) {
      console.error(error);
      diagnosisView.showFailure();
      view.showNothing();
    }
  }

  /** The filter by the reader's machine stands there once something is known of it. */
  function showMine(isKnown: boolean): void {
    const fieldset = page.querySelector<HTMLElement>('[data-mine]');
    if (fieldset) fieldset.hidden = !isKnown && !state.mine;
  }

  async function diagnosed(text: string, paste: boolean): Promise<ShownDiagnosis | undefined> {
    if (text.trim() === '') {
      diagnosisView.hide();
      return undefined;
    }
    if (paste) diagnosisView.showReading(sizeOf(text));
    try {
      const diagnosis = await diagnoseInWorker(page.dataset['index'] ?? '', text);
      diagnosisView.show(diagnosis, paste);
      keepEnvironment(diagnosis.environment);
      diagnosisView.offerLink(paste ? linkTo(text) : undefined);
      return diagnosis;
    } catch (error) {
      console.error(error);
      diagnosisView.showFailure();
      return undefined;
    }
  }

  function go(next: SearchState, history: 'push' | 'replace' | 'keep'): void {
    // Read back, so that one state has one address whatever the order of the choices.
    state = readState(writeState(next), filters.known);
    limit = shownAtFirst;
    const address = `${location.pathname}${writeState(state)}`;
    const kept = isPaste(box.text) && box.text.length <= LARGEST_KEPT ? { paste: box.text } : null;
    if (history === 'push') window.history.pushState(kept, '', address);
    if (history === 'replace') window.history.replaceState(kept, '', address);
    showState();
    void update({ text: box.text, state });
  }

  function showState(): void {
    filters.showChosen(state);
    if (mineInput) mineInput.checked = state.mine;
    view.showChips(state, filters, (key, value) =>
      go(setFacetValue(state, key, value, false), 'push'),
    );
    page.classList.toggle('asked', box.text !== '' || writeState(state) !== '');
  }

  /** Takes the text and the filters from the address, the history or the fragment. */
  function takeOver(): void {
    state = readState(location.search, filters.known);
    const kept = window.history.state as { paste?: string } | null;
    box.text = readFragment(location.hash) ?? kept?.paste ?? state.q;
  }

  for (const button of page.querySelectorAll('[data-remove-all]')) {
    button.addEventListener('click', () => {
      go(withoutFilters(state), 'push');
      box.field.focus();
    });
  }
  mineInput?.addEventListener('change', () => go({ ...state, mine: mineInput.checked }, 'push'));
  queryRequired(page, '[data-more]').addEventListener('click', () => {
    const { shown } = view;
    limit += STEP;
    void update({ text: box.text, state }).then(() => view.focusBehind(shown));
  });
  queryRequired(page, '[data-retry]').addEventListener('click', () => {
    forgetPagefind();
    void update({ text: box.text, state });
  });
  window.addEventListener('popstate', () => {
    takeOver();
    go(state, 'keep');
  });
  page.querySelector('[data-filters-toggle]')?.addEventListener('click', ({ currentTarget }) => {
    const toggle = currentTarget as HTMLElement;
    toggle.ariaExpanded = String(toggle.ariaExpanded !== 'true');
  });
  walkWithArrows(page, box.field, () => view.links());

  takeOver();
  showState();
  if (page.classList.contains('asked')) {
    view.showWaiting();
    void update({ text: box.text, state });
  }
}

/** What of a text may stand in the address and be asked of full text. */
function queryOf(text: string): string {
  return isPaste(text) ? '' : text;
}

function linkTo(text: string): string {
  return `${location.origin}${location.pathname}${location.search}${writeFragment(text)}`;
}
