import { looksLikeEnvironment } from '../../audit/inventory/looks-like-environment.ts';
import { browserWords } from '../../i18n/browser-words.ts';
import type { SearchState } from '../../search/search-state.ts';
import type { ShownDiagnosis } from '../diagnosis/diagnosis-messages.ts';
import { DiagnosisSection } from '../diagnosis/diagnosis-section.ts';
import { queryRequired } from '../shared/dom.ts';
import { siteLocale } from '../shared/site.ts';
import type { AuditSection } from '../audit/audit-section.ts';
import { readCitedAddress, type CitedAddress } from './cited-address.ts';
import type { FiltersView } from './filters-view.ts';
import { machineVerdicts } from './machine-verdicts.ts';
import { isOutput, isPaste, isQuestion } from './query-text.ts';
import type { ResultsArea } from './results-area.ts';
import type { SearchBox } from './search-box.ts';
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

/** Answers questions in the page: an environment is audited, an error diagnosed, and articles with its words are listed. */
export class Answerer {
  readonly #words = browserWords[siteLocale()];
  readonly #engine = new SearchEngine();
  readonly #box: SearchBox;
  readonly #results: ResultsArea;
  readonly #diagnosis: DiagnosisSection;
  readonly #auditArea: HTMLElement;
  /** Loaded with the first list of packages. */
  #audit: AuditSection | undefined;
  readonly #filters: FiltersView;

  /** @param page has the address of the diagnosis index in `data-index` */
  constructor(page: HTMLElement, box: SearchBox, results: ResultsArea, filters: FiltersView) {
    this.#box = box;
    this.#results = results;
    this.#filters = filters;
    this.#diagnosis = new DiagnosisSection(page, page.dataset['index'] ?? '');
    this.#auditArea = queryRequired(page, '.audit');
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
    const address = readCitedAddress(text);
    this.#results.setBusy(true);
    try {
      // An audit stays until the next one is ready, so that its fields do not flicker while the list is edited.
      const isEnvironment = looksLikeEnvironment(text);
      if (!isEnvironment) this.#auditArea.hidden = true;
      if (text === '') this.#audit?.clear();
      if (isEnvironment) await this.#auditEnvironment(question);
      else if (address) await this.#answerAddress(address, question);
      else await this.#answerText(question);
    } finally {
      this.#results.setBusy(false);
    }
  }

  async #auditEnvironment({ text, isFromAddress }: Question): Promise<void> {
    this.#diagnosis.hide();
    try {
      const { AuditSection } = await import('../audit/audit-section.ts');
      const show = (headline: string) => {
        this.#results.showNothing(headline);
        this.#filters.showMachineFilter();
      };
      this.#audit ??= new AuditSection(this.#auditArea, show);
      show(await this.#audit.audit(text, isFromAddress));
    } catch (error) {
      console.error(error);
      this.#auditArea.hidden = true;
      this.#diagnosis.showFailure();
      this.#results.showNothing();
    }
  }

  /** Lists the articles that cite an upstream address. */
  async #answerAddress(
    { label, articles }: CitedAddress,
    { state, limit }: Question,
  ): Promise<void> {
    this.#diagnosis.hide();
    await this.#orFailure(async () => {
      const ids = await articles();
      if (ids.length === 0) {
        this.#results.showUncited(this.#words.uncited(label));
        return;
      }
      const machine = await machineVerdicts();
      const outcome = await this.#engine.search({ ...state, q: '' }, limit, { only: ids });
      this.#filters.showOutcome(outcome.counts, machine !== undefined);
      const heading = this.#words.cited(label);
      this.#results.show(outcome, { state, limit }, { machine, heading });
    });
  }

  /** Diagnoses a text, then lists articles with its words; of a paste the search gets only the line that decides. */
  async #answerText(question: Question): Promise<void> {
    const text = isQuestion(question.text) ? question.text : '';
    // Loads beside the index of the diagnosis. A failure shows with the search.
    if (!isPaste(text)) this.#engine.load().catch(() => undefined);
    const diagnosis = await this.#diagnosis.diagnose(text, question.isFromAddress);
    this.#box.showLine(tellingLine(diagnosis));
    const claim = diagnosis && this.#claimOf(diagnosis, text);
    const q = searchedWords(text, diagnosis);
    if (q === undefined) {
      this.#results.showNothing(claim);
      return;
    }
    if (claim !== undefined) this.#results.makeRoom();
    const shown = diagnosis?.findings.map(({ id }) => id) ?? [];
    await this.#orFailure(() =>
      this.#search({ ...question, state: { ...question.state, q } }, claim, shown),
    );
  }

  /**
   * Lists articles with the words of a question.
   *
   * @param claim what the diagnosis says of it
   * @param except ids of articles that are shown as findings
   */
  async #search(
    { state, limit }: Question,
    claim: string | undefined,
    except: readonly string[],
  ): Promise<void> {
    const machine = await machineVerdicts();
    const outcome = await this.#engine.search(state, limit, {
      except,
      ...(state.mine && machine && { only: machine.possible }),
    });
    this.#filters.showOutcome(outcome.counts, machine !== undefined);
    if (claim === undefined) {
      this.#results.show(outcome, { state, limit }, { machine });
    } else if (outcome.total > 0) {
      const heading = this.#words.similar;
      this.#results.show(outcome, { state, limit }, { machine, heading, announcement: claim });
    } else {
      // "No results" below a finding, or below an unknown error, would contradict it.
      this.#results.showNothing(claim);
    }
  }

  /** Returns what a diagnosis says, in one sentence; `undefined` for words that are only searched for. */
  #claimOf({ findings: [first] }: ShownDiagnosis, text: string): string | undefined {
    if (first) return this.#words.found(first.title);
    return isOutput(text) ? this.#words.unknown : undefined;
  }

  async #orFailure(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.error(error);
      this.#results.showFailure();
    }
  }
}

/** Returns the line of a paste that decided, or its last error. */
function tellingLine(diagnosis: ShownDiagnosis | undefined): string {
  return diagnosis?.findings[0]?.line.text ?? diagnosis?.lastError?.line ?? '';
}

/**
 * Returns the words to search for; `undefined` for output whose fault is found, and for a paste without a telling line or
 * one that is not about native extensions.
 */
function searchedWords(text: string, diagnosis: ShownDiagnosis | undefined): string | undefined {
  if (isOutput(text) && diagnosis && diagnosis.findings.length > 0) return undefined;
  if (!isPaste(text)) return text;
  if (diagnosis?.lastError?.isNative === false) return undefined;
  return tellingLine(diagnosis) || undefined;
}
