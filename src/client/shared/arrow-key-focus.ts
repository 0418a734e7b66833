/**
 * Moves the focus with the arrow keys from a text field through the links of its results and back. Home and End keep
 * their meaning in the field. The focus really moves, so Enter, the context menu and screen readers need no support.
 *
 * @param links returns the links that are shown, in order
 */
export function moveFocusWithArrowKeys(
  container: HTMLElement,
  field: HTMLElement,
  links: () => HTMLElement[],
): void {
  container.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (staysInTextArea(step)) return;
    const stops = [field, ...links()];
    const index = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[index + step];
    if (index < 0 || !next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

/** In a field of several lines the arrow keys move the cursor until it leaves the last line downwards. */
function staysInTextArea(step: number): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return false;
  return step < 0 || field.value.includes('\n', field.selectionEnd);
}
