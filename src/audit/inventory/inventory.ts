import type { Machine, MachinePackage } from '../../domain/affected/machine.ts';
import type { Build, Ecosystem, Platform } from '../../domain/vocabulary.ts';
import type { MarkerFact } from './evaluate-marker.ts';

/** The kinds of blocks. The names are part of the command's JSON: they never change. */
export const sourceKinds = [
  'pip-freeze',
  'requirements',
  'pip-list',
  'pip-list-json',
  'conda-list',
  'conda-list-json',
  'conda-export',
  'conda-explicit',
  'conda-environment',
  'uv-lock',
  'poetry-lock',
  'pdm-lock',
  'pylock',
  'pipfile-lock',
  'cargo-lock',
  'python-version',
  'sysconfig',
  'platform',
  'numpy-config',
  'numpy-runtime',
  'scipy-config',
  'extension-modules',
  'pip-install',
  'pip-debug',
  'pip-inspect',
  'pixi-lock',
  'conda-lock',
  'pandas-versions',
  'xarray-versions',
  'sklearn-versions',
  'torch-environment',
  'numba-report',
  'issue-template',
] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** A paste, or a file with its name. */
export interface SourceText {
  text: string;
  name?: string;
}

/** A line of a text. */
export interface Place {
  /** Absent for a paste. */
  file?: string;
  /** 1-based. */
  line: number;
}

/** An installed package, and where it is listed. */
export interface InventoryPackage extends MachinePackage {
  places: Place[];
  /** The unknown facts that decide whether it is installed at all; absent if it is. */
  dependsOn?: readonly MarkerFact[];
}

/** A block of a text that was understood. */
export interface Recognized extends Place {
  kind: SourceKind;
  /** 1-based. */
  lastLine: number;
  /** Number of distinct packages and versions. */
  packages: number;
}

/** A line that was not used. */
export interface UnreadLine extends Place {
  /** Truncated. */
  text: string;
}

/** A block with a syntax error, or a text that is refused. */
export interface BrokenPart extends Place {
  /** The message of the parser, or why the text is refused and what to give instead; in English, without a full stop. */
  message: string;
}

/** A fact with several values in the texts; the first one is used. */
export interface Contradiction {
  fact: 'python' | 'build' | 'platform';
  values: string[];
}

/** Facts about a machine as the texts state them; nothing is guessed. */
export interface Inventory {
  /** `3.13`, or `3.13.4` if the texts are that exact. */
  python?: string;
  build?: Build;
  platform?: Platform;
  packages: InventoryPackage[];
  /** Ecosystems of which every installed package is listed. */
  completeFor: Ecosystem[];
  recognized: Recognized[];
  /** Number of lines that were understood, without comments, prompts and empty lines. */
  understoodCount: number;
  /** The first `MAX_LISTED` of the lines that were not understood. */
  notUnderstood: UnreadLine[];
  /** Number of lines that were not understood, without comments, prompts and empty lines. */
  notUnderstoodCount: number;
  /** References to other files (`-r other.txt`), which are not read. */
  notFollowed: UnreadLine[];
  broken: BrokenPart[];
  contradictions: Contradiction[];
  /** True if a text was longer than `MAX_TEXT_LENGTH` or there were more packages than `MAX_PACKAGES`. */
  isTruncated: boolean;
}

/** Maximum length of a text, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/** Maximum number of packages. */
export const MAX_PACKAGES = 20_000;

/** Maximum number of lines listed as not understood, and as not followed. */
export const MAX_LISTED = 100;

/**
 * Returns the machine of an inventory for the evaluation of a fault: packages that are not listed count as not installed
 * only if the inventory is complete for all ecosystems of the fault.
 */
export function machineOf(
  {
    completeFor,
    ...machine
  }: Pick<Inventory, 'python' | 'build' | 'platform' | 'packages' | 'completeFor'>,
  { affected }: { affected: readonly { ecosystem: Ecosystem }[] },
): Machine {
  return {
    ...machine,
    isComplete: affected.every(({ ecosystem }) => completeFor.includes(ecosystem)),
  };
}
