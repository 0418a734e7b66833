import { neutralAddress } from '../../domain/addresses/neutral-addresses.ts';
import { preferredLanguage } from '../reader-language/preferred-language.ts';
import { showLanguageFirst } from '../reader-language/show-language-first.ts';
import { findForward } from './find-forward.ts';
import { explainUnknownMessage, isMessagePath } from './unknown-message.ts';

/** `<kf-not-found>`: the page that a static host serves for every address without a page. */
class NotFound extends HTMLElement {
  connectedCallback(): void {
    // Imports nothing of `../shared`: a module shared with this page would cost every other page a request.
    const { base = '' } = this.dataset;
    const { pathname, search, hash } = location;
    const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    const neutral = neutralAddress(path);
    if (neutral !== undefined) location.replace(base + neutral + hash);
    else void this.#answer(base, path, search, hash);
  }

  async #answer(base: string, path: string, search: string, hash: string): Promise<void> {
    const locale = preferredLanguage(path + search, navigator.languages);
    showLanguageFirst(this, locale);
    // Offline, nothing is known about the address, so the text stays general.
    const page = await findForward(base, path, locale);
    if (page !== undefined) location.replace(base + page + search + hash);
    else if (isMessagePath(path)) explainUnknownMessage(this, this.dataset['repository'] ?? '');
  }
}

customElements.define('kf-not-found', NotFound);
