/**
 * Ctrl-K (⌘-K on Apple's keyboards) goes to the box of the page or opens one.
 * A single key such as `/` would break speech input (WCAG 2.1.4), so there is none.
 */
export function openSearchWithKeyboard(): void {
  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  const label = document.querySelector('[data-shortcut]');
  if (label && isApple) label.textContent = '⌘ K';

  document.addEventListener('keydown', (event) => {
    const modifier = isApple ? event.metaKey : event.ctrlKey;
    if (!modifier || event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
  document.querySelector('[data-open-search]')?.addEventListener('click', (event) => {
    // A click with a modifier opens the search page elsewhere, as with any link.
    const click = event as MouseEvent;
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.button !== 0) return;
    event.preventDefault();
    openSearch();
  });
}

function openSearch(): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]') ?? openDialog();
  box?.focus();
  box?.select();
}

/**
 * Opens the search over the page, at once, so that no letter typed next is lost. What answers while typing comes
 * behind; should it not come, Enter still leads to the search page, since the box stands in a form.
 */
function openDialog(): HTMLInputElement | null {
  let dialog = document.querySelector<HTMLDialogElement>('dialog.quick-search');
  if (!dialog) {
    const template = document.querySelector<HTMLTemplateElement>('#quick-search');
    if (!template) return null;
    document.body.append(template.content.cloneNode(true));
    dialog = document.querySelector<HTMLDialogElement>('dialog.quick-search');
    if (dialog) void answerWhileTyping(dialog);
  }
  dialog?.showModal();
  return dialog?.querySelector('input') ?? null;
}

async function answerWhileTyping(dialog: HTMLDialogElement): Promise<void> {
  try {
    const { wireQuickSearch } = await import('../search/quick-search.ts');
    wireQuickSearch(dialog);
  } catch (error) {
    console.error(error);
  }
}
