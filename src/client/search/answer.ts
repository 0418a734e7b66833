import { looksLikeEnvironment } from '../../audit/inventory/looks-like-environment.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { SearchState } from '../../search/search-state.ts';
import { DiagnosisSection } from '../diagnosis/diagnosis-section.ts';
import { queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';
import type { FiltersView } from './filters-view.ts';
import { machineVerdicts, type MachineVerdicts } from './machine-verdicts.ts';
import { isPaste, toAddressQuery } from './query-text.ts';
import type { ResultsArea } from './results-area.ts';
import { SearchEngine } from './search-engine.ts';

/** A question to the page. */
export interface Question {
  /** The text in the box. */
  text: string;
  /** Whether a part of the text came from the address of the page. */
  isFromAddress: boolean;
  state: SearchState;
  /** Number of results to show. */
  limit: number;
}

/** Answers questions in the page: an environment is audited, a paste diagnosed, a few words diagnosed and searched for. */
export class Answerer {
  readonly #words = browserWords[siteLocale()];
  readonly #engine = new SearchEngine();
  readonly #results: ResultsArea;
  readonly #diagnosis: DiagnosisSection;
  readonly #audit: HTMLElement;
  readonly #filters: FiltersView;

  /** @param indexAddress address of the diagnosis index */
  constructor(page: HTMLElement, results: ResultsArea, filters: FiltersView, indexAddress: string) {
    this.#results = results;
    this.#filters = filters;
    this.#diagnosis = new DiagnosisSection(page, indexAddress);
    this.#audit = queryRequired(page, '.audit');
  }

  /** Fetches the diagnosis index, then the search index, before the first question. Failures show with an answer. */
  prepare(): void {
    this.#diagnosis
      .prepare()
      .then(() => this.#engine.load())
      .catch(() => undefined);
  }

  /** Makes the next question load the search index again. */
  resetSearch(): void {
    this.#engine.reset();
  }

  async answer(question: Question): Promise<void> {
    const { text } = question;
    this.#results.setBusy(true);
    try {
      this.#audit.hidden = true;
      if (looksLikeEnvironment(text)) await this.#auditEnvironment(question);
      else if (isPaste(text)) await this.#answerPaste(question);
      else await this.#answerWords(question);
    } finally {
      this.#results.setBusy(false);
    }
  }

  async #auditEnvironment({ text, isFromAddress }: Question): Promise<void> {
    this.#diagnosis.hide();
    try {
      const { auditPaste } = await import('../audit/audit-paste.ts');
      const headline = await auditPaste(text, this.#audit, isFromAddress);
      this.#results.showNothing();
      this.#results.announce(headline);
      this.#filters.showMachineFilter();
    } catch (error) {
      console.error(error);
      this.#diagnosis.showFailure();
      this.#results.showNothing();
    }
  }

  /** Diagnoses a paste, then searches for the line that decided; the search gets no other part of the paste. */
  async #answerPaste(question: Question): Promise<void> {
    const finding = await this.#diagnosis.diagnose(question.text, question.isFromAddress);
    if (!finding) {
      this.#results.showNothing();
      this.#results.announce(this.#words.unknown);
      return;
    }
    this.#results.hideWaiting();
    const announcement = this.#words.found(finding.title);
    const lineQuestion = {
      ...question,
      state: { ...question.state, q: toAddressQuery(finding.line.text) },
    };
    await this.#showSearchFailure(async () => {
      const machine = await machineVerdicts();
      const outcome = await this.#search(lineQuestion, machine);
      this.#filters.showOutcome(outcome.counts, machine !== undefined);
      if (outcome.total > 0) {
        this.#results.show(outcome, lineQuestion, machine, announcement);
      } else {
        // "No results" below a finding would contradict it.
        this.#results.showNothing();
        this.#results.announce(announcement);
      }
    });
  }

  /** Diagnoses a few words and searches for them at the same time. */
  async #answerWords(question: Question): Promise<void> {
    const machine = await machineVerdicts();
    const searching = this.#search(question, machine);
    // A rejection is handled below, once the diagnosis is shown.
    searching.catch(() => undefined);
    const finding = await this.#diagnosis.diagnose(question.text, question.isFromAddress);
    if (finding) this.#results.hideWaiting();
    await this.#showSearchFailure(async () => {
      const outcome = await searching;
      this.#filters.showOutcome(outcome.counts, machine !== undefined);
      const announcement = finding && this.#words.found(finding.title);
      this.#results.show(outcome, question, machine, announcement);
    });
  }

  #search(
    { state, limit }: Question,
    machine: MachineVerdicts | undefined,
  ): Promise<SearchOutcome> {
    return this.#engine.search(state, limit, state.mine ? machine?.possible : undefined);
  }

  async #showSearchFailure(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.error(error);
      this.#results.showFailure();
    }
  }
}
