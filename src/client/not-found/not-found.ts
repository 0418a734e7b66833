import { preferredLanguage, showLanguageFirst } from './preferred-language.ts';
import { explainUnknownMessage } from './unknown-message.ts';
import { redirectToUpstreamPage } from './upstream-redirect.ts';

/** `<kf-not-found>`: the page that a static host serves for every address without a page. */
class NotFound extends HTMLElement {
  connectedCallback(): void {
    // Imports nothing of `../shared`: a module shared with this page would cost every other page a request.
    const { base = '', repository = '', upstreamJson = '' } = this.dataset;
    const path = location.pathname.slice(base.length);
    showLanguageFirst(this, preferredLanguage(path, navigator.languages));
    explainUnknownMessage(this, repository);
    void redirectToUpstreamPage(base, upstreamJson);
  }
}

customElements.define('kf-not-found', NotFound);
