import type { Machine, MachinePackage } from '../../domain/affected/machine.ts';
import { knownFacts } from '../../domain/environment/environment.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';

/** The part of a reader's machine that is stored: what was typed into a form, or read from a paste. */
export type StoredMachine = Pick<Machine, 'python' | 'build' | 'platform' | 'packages'>;

const KEY = 'machine';

/** Of a larger environment the first ones are stored; an article asks for a few. */
const MAX_PACKAGES = 2000;

/** In characters, of a name or a version; chosen. */
const MAX_TEXT_LENGTH = 100;

/** Returns the machine stored for this tab, else the one stored in this browser; `undefined` without either. */
export function loadMachine(): StoredMachine | undefined {
  return read(() => sessionStorage) ?? read(() => localStorage);
}

/** The machine in a text from the address of this page. It may be another person's, so it is never stored. */
let addressMachine: StoredMachine | undefined;

/** Returns the machine in a text from the address of this page, else the stored one; `undefined` without either. */
export function currentMachine(): StoredMachine | undefined {
  return addressMachine ?? loadMachine();
}

/**
 * Makes the machine in a text the current one: until the text changes if a part of it came from the address of the
 * page, else for this tab.
 *
 * @param machine `undefined` for a text without facts, which leaves the stored machine as it is
 */
export function applyMachine(machine: StoredMachine | undefined, isFromAddress: boolean): void {
  addressMachine = isFromAddress ? machine : undefined;
  if (machine && !isFromAddress) storeMachine(machine, false);
}

/** Stores a machine for this tab; with `remember` also in this browser, which only the reader may ask for. */
export function storeMachine(machine: StoredMachine, remember: boolean): void {
  const text = JSON.stringify(toStored({ ...machine }));
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

function read(storage: () => Storage): StoredMachine | undefined {
  let data: unknown;
  try {
    data = JSON.parse(storage().getItem(KEY) ?? 'null');
  } catch {
    return undefined;
  }
  return typeof data === 'object' && data !== null ? toStored({ ...data }) : undefined;
}

/** Picks what is stored. Storage can contain anything: data of an older version, or what was typed into the console. */
function toStored({ python, build, platform, packages }: Record<string, unknown>): StoredMachine {
  return {
    ...knownFacts({
      python: isText(python) ? python : undefined,
      build: builds.find((name) => name === build),
      platform: platforms.find((name) => name === platform),
    }),
    packages: Array.isArray(packages) ? packages.slice(0, MAX_PACKAGES).flatMap(readPackage) : [],
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
