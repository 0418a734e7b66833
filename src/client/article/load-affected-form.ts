/** Storage key of `shared/machine-store.ts`, which is not imported: it would cost every page a request. */
const MACHINE = 'machine';

/**
 * Loads `<kf-affected-form>` once it is needed: when the reader opens the form, or at once when the address or the
 * storage has versions, or when the reader was faster than this script.
 */
export function loadAffectedFormOnDemand(): void {
  const form = document.querySelector('kf-affected-form');
  if (!form) return;
  const load = () => void import('./affected-form.ts').catch(console.error);
  const fields = [...form.querySelectorAll<HTMLInputElement>('[name]')];
  const isInUse = form.contains(document.activeElement) || fields.some(({ value }) => value !== '');
  if (location.search !== '' || isInUse || isMachineStored()) load();
  else {
    form.addEventListener('focusin', load, { once: true });
    // Safari does not focus what is clicked. The event does not bubble.
    form.addEventListener('toggle', load, { once: true, capture: true });
  }
}

function isMachineStored(): boolean {
  try {
    return (sessionStorage.getItem(MACHINE) ?? localStorage.getItem(MACHINE)) !== null;
  } catch {
    return false;
  }
}
