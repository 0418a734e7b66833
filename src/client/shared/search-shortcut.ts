import { isPlainClick } from './dom.ts';

/**
 * Opens the search with Ctrl-K (⌘-K on Apple keyboards) and with a click on the link to it. A single key such as `/`
 * would break speech input (WCAG 2.1.4).
 */
export function openSearchWithKeyboard(): void {
  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  const link = document.querySelector<HTMLAnchorElement>('.search-link');
  const shortcut = link?.querySelector('kbd');
  if (shortcut && isApple) shortcut.textContent = '⌘ K';

  document.addEventListener('keydown', (event) => {
    const modifier = isApple ? event.metaKey : event.ctrlKey;
    if (!modifier || event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
  link?.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    openSearch();
  });
}

/** Focuses the field of the page, or the one of a dialog on pages without. */
function openSearch(): void {
  const field =
    document.querySelector<HTMLTextAreaElement | HTMLInputElement>('main .box [data-box]') ??
    openDialog();
  field?.focus();
  field?.select();
}

/**
 * Opens the quick search at once, so that no letter typed next is lost. The script that answers while the reader types
 * follows; should it not load, Enter still opens the search page.
 */
function openDialog(): HTMLInputElement | null {
  let dialog = document.querySelector<HTMLDialogElement>('dialog.quick-search');
  if (!dialog) {
    const template = document.querySelector<HTMLTemplateElement>('#quick-search');
    if (!template) return null;
    document.body.append(document.importNode(template.content, true));
    dialog = document.querySelector<HTMLDialogElement>('dialog.quick-search');
    import('../search/quick-search.ts').catch(console.error);
  }
  dialog?.showModal();
  return dialog?.querySelector('input') ?? null;
}
