import type { Machine, MachinePackage } from '../../domain/affected/evaluate-fault.ts';
import { builds, platforms } from '../../domain/vocabulary.ts';

/** What is kept of a reader's machine: what somebody typed, or what a paste said. */
export type KeptMachine = Pick<Machine, 'python' | 'build' | 'platform' | 'packages'>;

/** Where a machine was found. */
export interface FoundMachine extends KeptMachine {
  /** `machine`: kept until it is taken back, because the reader asked for it; `tab`: gone with the tab. */
  kept: 'machine' | 'tab';
}

const KEY = 'machine';

/** Of a larger environment the first; an article asks for a few. */
const MAX_PACKAGES = 2000;
const LONGEST_TEXT = 100;

/** What is known of the reader's machine: from this tab, else from this machine; `undefined` where nothing is. */
export function findMachine(): FoundMachine | undefined {
  const ofTab = read(() => sessionStorage);
  if (ofTab) return { ...ofTab, kept: 'tab' };
  const ofMachine = read(() => localStorage);
  return ofMachine && { ...ofMachine, kept: 'machine' };
}

/** Keeps a machine for this tab; with `forever` for this machine, as the reader asked. */
export function keepMachine(machine: KeptMachine, forever: boolean): void {
  const packages = machine.packages.slice(0, MAX_PACKAGES);
  const text = JSON.stringify({ ...machine, packages });
  try {
    sessionStorage.setItem(KEY, text);
    if (forever) localStorage.setItem(KEY, text);
  } catch {
    // Storage may be forbidden or full; the answer is on the page all the same.
  }
}

/** Forgets what this machine keeps; what the tab has goes too when `tabToo` says so. */
export function forgetMachine(tabToo: boolean): void {
  try {
    localStorage.removeItem(KEY);
    if (tabToo) sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

/** True when the reader has asked that this machine remembers. */
export function isRemembered(): boolean {
  return read(() => localStorage) !== undefined;
}

/** Storage can hold anything: an older version's data, what somebody typed into the console. */
function read(storage: () => Storage): KeptMachine | undefined {
  let data: unknown;
  try {
    data = JSON.parse(storage().getItem(KEY) ?? 'null');
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const { python, build, platform, packages } = data as Record<string, unknown>;
  const knownBuild = builds.find((name) => name === build);
  const knownPlatform = platforms.find((name) => name === platform);
  return {
    ...(isText(python) && { python }),
    ...(knownBuild && { build: knownBuild }),
    ...(knownPlatform && { platform: knownPlatform }),
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
  typeof data === 'string' && data.length <= LONGEST_TEXT;
