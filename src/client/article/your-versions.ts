/** Key of `browser/machine-store.ts`, which is not imported: it would be one more file for every page. */
const MACHINE = 'machine';

/**
 * Makes "Am I affected?" work. What compares versions is fetched when it is wanted: when the reader comes to the form,
 * or at once when the address or the storage says something of the reader's machine.
 */
export function wireYourVersions(): void {
  const form = document.querySelector<HTMLFormElement>('[data-your-versions]');
  if (!form) return;
  const start = async () => {
    form.removeEventListener('focusin', start);
    const { answerForm } = await import('./affected-form.ts');
    answerForm(form);
  };
  if (location.search !== '' || isSomethingKept()) void start();
  else form.addEventListener('focusin', start);
}

function isSomethingKept(): boolean {
  try {
    return (sessionStorage.getItem(MACHINE) ?? localStorage.getItem(MACHINE)) !== null;
  } catch {
    return false;
  }
}
