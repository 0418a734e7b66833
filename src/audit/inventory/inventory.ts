import type { Machine, MachinePackage } from '../../domain/affected/evaluate-fault.ts';
import type { Build, Ecosystem, Platform } from '../../domain/vocabulary.ts';

/** What a text can be read as. The names stand in the JSON of the command: they are added to, never changed. */
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
  'extension-modules',
] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** A text to be read: a paste, or a file with its name. */
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

/** A package that is installed, and where that stands. */
export interface InventoryPackage extends MachinePackage {
  places: Place[];
}

/** A part of a text that was read as something. */
export interface Recognized extends Place {
  kind: SourceKind;
  /** The last line of the part. */
  lastLine: number;
  /** How many packages it names, those of one name and version once. */
  packages: number;
}

/** A line that could not be used. */
export interface UnreadLine extends Place {
  /** Cut to a readable length. */
  text: string;
}

/** A part whose form is known and which does not keep to it. */
export interface BrokenPart extends Place {
  /** What the reader of that form says, in English. */
  message: string;
}

/** A fact that the texts tell in several ways; the first value is the one that is used. */
export interface Contradiction {
  fact: 'python' | 'build' | 'platform';
  values: string[];
}

/** What the texts say of a machine. Only what they say: nothing is guessed from silence. */
export interface Inventory {
  /** `3.13`, or `3.13.4` where the texts say so. */
  python?: string;
  build?: Build;
  platform?: Platform;
  packages: InventoryPackage[];
  /** Ecosystems of which everything that is installed is listed. */
  completeFor: Ecosystem[];
  recognized: Recognized[];
  /** The first of the lines that mean nothing to the readers. */
  notUnderstood: UnreadLine[];
  /** How many there are of them. */
  notUnderstoodCount: number;
  /** References to other files (`-r other.txt`), which are not read. */
  notFollowed: UnreadLine[];
  broken: BrokenPart[];
  contradictions: Contradiction[];
  /** True when a text or the list of packages was longer than what is read. */
  isTruncated: boolean;
}

/** The most that is read of one text, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/** The most packages that are listed. */
export const MAX_PACKAGES = 20_000;

/** So many lines are listed of those that are not understood or not followed. */
export const MAX_LISTED = 100;

/**
 * The machine of an inventory, as far as one fault is concerned: packages that are not listed are known not to be
 * installed only where the inventory has all of the fault's ecosystems.
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
