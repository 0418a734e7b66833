import type { Inventory } from '../../audit/inventory/inventory.ts';
import type { MachineFacts } from '../../domain/environment/environment.ts';
import { readPython } from '../../domain/versions/python-release.ts';
import { platforms } from '../../domain/vocabulary.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { queryRequired } from '../shared/dom.ts';
import { pythonText, typedPython } from '../../domain/environment/describe-environment.ts';
import { siteLocale } from '../shared/site.ts';

type StatedFacts = Pick<Inventory, 'python' | 'build' | 'platform'>;

/** A value that the reader has entered. */
interface Entry {
  facts: MachineFacts;
  /** The facts that the list stated at that time. */
  stated: string | undefined;
}

/** The fields for Python and the platform of an audited list, filled with what the list states. */
export class AuditFields {
  readonly #python: HTMLInputElement;
  readonly #platform: HTMLSelectElement;
  readonly #problem: HTMLElement;
  readonly #entries = new Map<'python' | 'platform', Entry>();
  #stated: StatedFacts = {};
  #shown: StatedFacts = {};

  /** @param onChange called when the reader has entered or removed a value */
  constructor(area: HTMLElement, onChange: () => void) {
    this.#python = queryRequired<HTMLInputElement>(area, '[name="python"]');
    this.#platform = queryRequired<HTMLSelectElement>(area, '[name="platform"]');
    this.#problem = queryRequired(area, '[data-audit-problem]');
    this.#python.addEventListener('input', () => {
      this.#showProblem('');
      // Half a version may still become a valid one.
      if (this.#takePython()) onChange();
    });
    this.#python.addEventListener('change', () => {
      const { value } = this.#python;
      if (!this.#takePython()) this.#showProblem(answerWords[siteLocale()].invalidPython(value));
    });
    this.#python.addEventListener('blur', () => this.#fillPython());
    this.#platform.addEventListener('change', () => {
      this.#takePlatform();
      onChange();
    });
  }

  /**
   * Returns what the reader has entered. An entry holds while the list is edited, until the list states another value: it
   * is then the list of another machine.
   */
  entered(stated: StatedFacts): MachineFacts {
    this.#stated = stated;
    for (const [fact, entry] of this.#entries) {
      if (entry.stated !== textOf(stated, fact)) this.#entries.delete(fact);
    }
    return { ...this.#entries.get('python')?.facts, ...this.#entries.get('platform')?.facts };
  }

  /** Shows the facts that the audit has used, and leaves alone what the reader is typing. */
  show(facts: StatedFacts): void {
    this.#shown = facts;
    if (document.activeElement !== this.#python) this.#fillPython();
    this.#platform.value = facts.platform ?? '';
  }

  /** Forgets what the reader has entered. */
  clear(): void {
    this.#entries.clear();
    this.#python.value = '';
    this.#showProblem('');
  }

  #fillPython(): void {
    if (this.#problem.textContent === '') this.#python.value = pythonText(this.#shown) ?? '';
  }

  /** Returns false for an invalid version, which changes nothing. */
  #takePython(): boolean {
    const text = this.#python.value.trim();
    const python = readPython(text);
    if (text !== '' && !python) return false;
    if (text === '') this.#entries.delete('python');
    else {
      this.#entries.set('python', { facts: typedPython(text), stated: pythonText(this.#stated) });
    }
    return true;
  }

  #takePlatform(): void {
    const platform = platforms.find((known) => known === this.#platform.value);
    if (!platform) this.#entries.delete('platform');
    else this.#entries.set('platform', { facts: { platform }, stated: this.#stated.platform });
  }

  #showProblem(text: string): void {
    this.#problem.textContent = text;
    this.#python.ariaInvalid = text === '' ? null : 'true';
  }
}

const textOf = (facts: StatedFacts, fact: 'python' | 'platform') =>
  fact === 'python' ? pythonText(facts) : facts.platform;
