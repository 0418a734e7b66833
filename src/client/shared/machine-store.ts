import type { Machine, MachinePackage } from '../../domain/affected/evaluate-fault.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';

/** The part of a reader's machine that is stored: what was typed into a form, or read from a paste. */
export type StoredMachine = Pick<Machine, 'python' | 'build' | 'platform' | 'packages'>;

/** Facts of a machine, `undefined` where they are unknown. */
type MachineFacts = { [Key in 'python' | 'build' | 'platform']?: StoredMachine[Key] | undefined };

const KEY = 'machine';

/** Of a larger environment the first ones are stored; an article asks for a few. */
const MAX_PACKAGES = 2000;

/** In characters, of a name or a version; chosen. */
const MAX_TEXT_LENGTH = 100;

/** Returns the facts that are known, without keys for the others. */
export function knownFacts({
  python,
  build,
  platform,
}: MachineFacts): Omit<StoredMachine, 'packages'> {
  return {
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
  };
}

/** Returns the machine stored for this tab, else the one stored in this browser; `undefined` without either. */
export function loadMachine(): StoredMachine | undefined {
  return read(() => sessionStorage) ?? read(() => localStorage);
}

/** Stores a machine for this tab; with `remember` also in this browser, which only the reader may ask for. */
export function storeMachine(machine: StoredMachine, remember: boolean): void {
  const packages = machine.packages.slice(0, MAX_PACKAGES);
  const text = JSON.stringify({ ...machine, packages });
  try {
    sessionStorage.setItem(KEY, text);
    if (remember) localStorage.setItem(KEY, text);
  } catch {
    // Storage may be forbidden or full; the page shows the answer all the same.
  }
}

/** Deletes the machine stored in this browser, with `tabToo` also the one of this tab. */
export function deleteMachine(tabToo: boolean): void {
  try {
    localStorage.removeItem(KEY);
    if (tabToo) sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden nothing was stored.
  }
}

/** True when the reader has asked this browser to remember the machine. */
export function isRemembered(): boolean {
  return read(() => localStorage) !== undefined;
}

/** Storage can contain anything: data of an older version, or what was typed into the console. */
function read(storage: () => Storage): StoredMachine | undefined {
  let data: unknown;
  try {
    data = JSON.parse(storage().getItem(KEY) ?? 'null');
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const { python, build, platform, packages } = data as Record<string, unknown>;
  return {
    ...knownFacts({
      python: isText(python) ? python : undefined,
      build: builds.find((name) => name === build),
      platform: platforms.find((name) => name === platform),
    }),
    packages: Array.isArray(packages) ? packages.flatMap(readPackage) : [],
  };
}

function readPackage(data: unknown): MachinePackage[] {
  if (typeof data !== 'object' || data === null) return [];
  const { ecosystem, name, version } = data as Record<string, unknown>;
  if (!isText(name)) return [];
  return [
    {
      ...((ecosystem === 'PyPI' || ecosystem === 'crates.io') && { ecosystem }),
      name,
      ...(isText(version) && { version }),
    },
  ];
}

const isText = (data: unknown): data is string =>
  typeof data === 'string' && data.length <= MAX_TEXT_LENGTH;
