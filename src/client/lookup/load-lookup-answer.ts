/** Loads `<kf-lookup-answer>` once it is needed: at once for an address with a name, or when the reader uses its field. */
export function loadLookupAnswerOnDemand(): void {
  const answer = document.querySelector('kf-lookup-answer');
  if (!answer) return;
  const load = () => void import('./lookup-answer.ts').catch(console.error);
  const field = answer.querySelector('input');
  if (
    location.search !== '' ||
    (field && field.value !== '') ||
    answer.contains(document.activeElement)
  ) {
    load();
  } else {
    answer.addEventListener('focusin', load, { once: true });
  }
}
