import { preferredLanguage } from '../reader-language/preferred-language.ts';
import { showLanguageFirst } from '../reader-language/show-language-first.ts';

/** `<kf-article-list>`: the articles of a language-neutral address, listed in every language. */
class ArticleList extends HTMLElement {
  connectedCallback(): void {
    showLanguageFirst(this, preferredLanguage(location.search, navigator.languages));
  }
}

customElements.define('kf-article-list', ArticleList);
