import { auditEnvironment } from '../../audit/audit-environment.ts';
import type { Inventory } from '../../audit/inventory/inventory.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import { planUpgrades } from '../../audit/upgrade-plan.ts';
import { knownFacts } from '../../domain/environment/environment.ts';
import { latestOnly } from '../shared/async.ts';
import { applyMachine } from '../shared/machine-store.ts';
import { AuditFields } from './audit-fields.ts';
import { AuditView } from './audit-view.ts';
import { loadFaultsOf } from './fault-facts.ts';

/** A list of packages, and what it states. */
interface AuditedText {
  text: string;
  /** Whether a part of the text came from the address of the page. */
  isFromAddress: boolean;
  stated: Inventory;
}

/** The section of the page with the audit of an environment. No request contains the text. */
export class AuditSection {
  readonly #fields: AuditFields;
  readonly #view: AuditView;
  #last: AuditedText | undefined;

  /**
   * @param area `AuditResult.astro` of the page
   * @param onAudited called with the headline after the reader has entered a fact
   */
  constructor(area: HTMLElement, onAudited: (headline: string) => void) {
    this.#view = new AuditView(area);
    // A fact may need more faults; the audit without it must not be shown after the one with it.
    const auditAgain = latestOnly(async (text: AuditedText) => onAudited(await this.#audit(text)));
    this.#fields = new AuditFields(area, () => {
      if (this.#last) auditAgain(this.#last).catch(console.error);
    });
  }

  /**
   * Reads an environment from a text, audits it, shows the result, and makes it the reader's machine.
   *
   * @returns the headline, to be announced
   * @throws Error when the facts of the faults cannot be loaded
   */
  async audit(text: string, isFromAddress: boolean): Promise<string> {
    this.#last = { text, isFromAddress, stated: readInventory([{ text }]) };
    return this.#audit(this.#last);
  }

  /** Forgets the list and what the reader has entered. */
  clear(): void {
    this.#last = undefined;
    this.#fields.clear();
  }

  async #audit({ text, isFromAddress, stated }: AuditedText): Promise<string> {
    const entered = this.#fields.entered(stated);
    // Read again, since environment markers depend on what was entered.
    const isChanged = Object.keys(entered).length > 0;
    const inventory = isChanged ? readInventory([{ text }], entered) : stated;
    const faults = await loadFaultsOf(inventory);
    const report = auditEnvironment(inventory, faults);
    applyMachine({ ...knownFacts(inventory), packages: inventory.packages }, isFromAddress);
    this.#fields.show(inventory);
    const plan = planUpgrades(inventory, faults);
    return this.#view.show({ stated, inventory, report, plan, faults });
  }
}
