/** Key of the chosen theme; `theme-boot.js` reads it before the first paint. */
const KEY = 'theme';

/** Lets the reader choose light, dark or whatever the system has, remembered on this machine. */
export function wireThemeSwitch(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-switch]');
  if (!select) return;
  const root = document.documentElement;
  select.value = root.dataset['theme'] ?? 'system';
  select.addEventListener('change', () => {
    const theme = select.value;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    remember(theme);
  });
}

function remember(theme: string): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
}
