/** Screen readers read each change of a live region; while somebody types, only the last one is worth hearing. */
const SETTLED_MS = 600;

/** Says a text through a live region once it has stayed the same for a moment. */
export function announcer(region: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = text;
    }, SETTLED_MS);
  };
}
