/** Screen readers read every change of a live region; while the reader types, only the last one matters. */
const SETTLE_MS = 600;

/** Returns a function that writes a text into a live region once no other has followed for a moment. */
export function createAnnouncer(region: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = text;
    }, SETTLE_MS);
  };
}
