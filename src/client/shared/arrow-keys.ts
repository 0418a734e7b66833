/**
 * Lets the arrow keys walk from the box through the results and back; Home and End stay the box's own.
 * Focus really moves, so Enter, the context menu and screen readers need no help.
 *
 * @param box the text field
 * @param links the links of the results as they stand now, in order
 */
export function walkWithArrows(
  container: HTMLElement,
  box: HTMLElement,
  links: () => HTMLElement[],
): void {
  container.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (isInsideText(step)) return;
    const stops = [box, ...links()];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

/** In a field of several lines the arrows belong to the field until they would leave it downwards. */
function isInsideText(step: number): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return false;
  return step < 0 || field.value.includes('\n', field.selectionEnd);
}
