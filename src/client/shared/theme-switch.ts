import { queryRequired } from './dom.ts';

/** Storage key of the chosen theme; `boot.js` reads it before the first paint. */
const KEY = 'theme';

const SYSTEM = 'system';

/** `<kf-theme-switch>`: light, dark or the system's theme; the choice is remembered in this browser. */
class ThemeSwitch extends HTMLElement {
  readonly #select = queryRequired(this, 'select');

  connectedCallback(): void {
    // A theme chosen before this script ran counts.
    if (this.#select.value === SYSTEM) {
      this.#select.value = document.documentElement.dataset['theme'] ?? SYSTEM;
    } else {
      this.#choose();
    }
    this.#select.addEventListener('change', () => this.#choose());
  }

  #choose(): void {
    const { dataset } = document.documentElement;
    const theme = this.#select.value;
    if (theme === SYSTEM) delete dataset['theme'];
    else dataset['theme'] = theme;
    storeTheme(theme);
  }
}

function storeTheme(theme: string): void {
  try {
    if (theme === SYSTEM) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
}

customElements.define('kf-theme-switch', ThemeSwitch);
