import type { ServedTables } from '../../diagnosis/index/served-index.ts';
import { fillAnswer } from '../../domain/lookup/fill-answer.ts';
import type { FoundRow } from '../../domain/lookup/find-row.ts';
import type { Lookup } from '../../domain/lookup/lookup-schema.ts';
import { tableRowAnchor } from '../../domain/lookup/table-row-anchor.ts';
import { lookupWords } from '../../i18n/lookup-words.ts';
import { fillTextWithCode, queryRequired } from '../shared/dom.ts';
import { JsonFiles } from '../shared/json-files.ts';
import { siteBase, siteLocale } from '../shared/site.ts';
import { renderCommands } from './command-list.ts';
import { TableFiles } from './table-files.ts';

/** `<kf-lookup-answer>`: the answer of an article for the name in the address or in the field. */
class LookupAnswer extends HTMLElement {
  readonly #lookup = JSON.parse(this.dataset['lookup'] ?? '{}') as Lookup;
  readonly #files = new TableFiles(
    location.origin + siteBase(),
    JSON.parse(this.dataset['tables'] ?? '{}') as ServedTables,
    new JsonFiles(),
  );
  readonly #form = queryRequired(this, 'form');
  readonly #field = queryRequired(this, 'input');
  #asked = '';

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      const name = this.#field.value.trim();
      if (name === '') address.searchParams.delete(this.#lookup.key);
      else address.searchParams.set(this.#lookup.key, name);
      address.hash = '';
      history.replaceState(history.state, '', address);
      void this.#answer(name);
    });
    const name = new URLSearchParams(location.search).get(this.#lookup.key);
    if (name === null) return;
    this.#field.value = name;
    void this.#answer(name.trim());
  }

  /** Shows the answer for a name; nothing for an empty one. */
  async #answer(name: string): Promise<void> {
    this.#asked = name;
    const { table, key } = this.#lookup;
    let found: FoundRow | undefined;
    let hasFailed = false;
    try {
      const wanted = { table, key, name };
      if (name !== '') found = (await this.#files.load([wanted]))(wanted);
    } catch (error) {
      console.error(error);
      hasFailed = true;
    }
    // The reader may have asked for another name in the meantime.
    if (this.#asked !== name) return;
    this.#show(name, found, hasFailed);
  }

  #show(name: string, found: FoundRow | undefined, hasFailed: boolean): void {
    const locale = siteLocale();
    const { text, commands } = found
      ? fillAnswer(this.#lookup, found, { locale })
      : { text: '', commands: [] };
    fillTextWithCode(queryRequired(this, '[data-text]'), text);
    renderCommands(queryRequired(this, '[data-commands]'), commands);
    queryRequired(this, '[data-unknown]').hidden = name === '' || hasFailed || found !== undefined;
    fillTextWithCode(queryRequired(this, '[data-unknown-text]'), lookupWords[locale].unknown(name));
    queryRequired(this, '[data-failed]').hidden = !hasFailed;
    const link = queryRequired<HTMLAnchorElement>(this, '[data-row]');
    link.hidden = !found;
    if (found) link.href = `${link.dataset['row'] ?? ''}#${tableRowAnchor(found.row.id)}`;
  }
}

customElements.define('kf-lookup-answer', LookupAnswer);
