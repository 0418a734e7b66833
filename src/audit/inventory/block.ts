import type { MachineFacts } from '../../domain/environment/environment.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import type { SourceKind } from './inventory.ts';

/** A package as a reader found it. */
export interface BlockPackage {
  ecosystem: Ecosystem;
  name: string;
  /** Absent where the text does not pin one. */
  version?: string;
  /** Index of its line. */
  line: number;
}

/** What a part of a text states about the machine itself. */
export interface BlockMachine extends MachineFacts {
  /** From something close to the machine, such as the Python that a wheel was built for: other sources come first. */
  isHint?: boolean;
}

/** What a reader made of consecutive lines. */
export interface Block {
  /** Absent where the lines belong together and mean nothing. */
  kind?: SourceKind;
  /** Index of the first line behind it. */
  end: number;
  packages?: BlockPackage[];
  machine?: BlockMachine;
  /** The ecosystem of which everything that is installed is listed. */
  completeFor?: Ecosystem;
  /** Indexes of lines that refer to other files. */
  notFollowed?: number[];
  /** Indexes of lines within it that mean nothing. */
  notUnderstood?: number[];
  /** Index of a line that breaks the rules of the form, and what its reader says. */
  broken?: { line: number; message: string };
}

/** What the readers of one text share. */
export interface ReadContext {
  /** Name of the file without its folder, in lower case; empty for a paste. */
  name: string;
  /** How many characters may still be looked through for the end of a JSON value: failed attempts must not add up. */
  jsonBudget: number;
}

/**
 * Reads what begins at a line.
 *
 * A reader either takes lines away or refuses after looking at a few: so the whole stays linear.
 *
 * @returns `undefined` where nothing that it knows begins there
 */
export type BlockReader = (
  lines: readonly string[],
  at: number,
  context: ReadContext,
) => Block | undefined;
