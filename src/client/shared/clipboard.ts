/** How long a button shows that its text was copied. */
const FEEDBACK_MS = 2000;

/** Copies a text to the clipboard; returns false where the browser forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies a text at each click on the button and shows the result in its label for a moment.
 *
 * @param text called at the click
 * @param labels carries `data-copied` and `data-copy-failed`, the labels that show the result
 */
export function copyOnClick(
  button: HTMLButtonElement,
  text: () => string | Promise<string>,
  labels: HTMLElement = button,
): void {
  const { copied = '', copyFailed = '' } = labels.dataset;
  const label = button.textContent;
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    button.textContent = (await copyText(await text())) ? copied : copyFailed;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
    }, FEEDBACK_MS);
  });
}
