import type { MachineFacts } from '../../domain/environment/environment.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import type { SourceKind } from './inventory.ts';

/** A package in a block. */
export interface BlockPackage {
  ecosystem: Ecosystem;
  name: string;
  /** Absent if the text does not pin a version. */
  version?: string;
  /** The environment marker under which the package is installed; absent if it always is. */
  marker?: string;
  /** Index of its line. */
  line: number;
}

/** Facts about the machine in a part of a text. */
export interface BlockMachine extends MachineFacts {
  /** From something close to the machine, such as the Python that a wheel was built for: other sources come first. */
  isHint?: boolean;
}

/** Consecutive lines of a text that one reader understood. */
export interface Block {
  /** Absent for lines that belong together but contain nothing, and for those that are listed as not understood. */
  kind?: SourceKind;
  /** Index of the line after the block. */
  end: number;
  packages?: BlockPackage[];
  machine?: BlockMachine;
  /** The ecosystem of which the block lists every installed package. */
  completeFor?: Ecosystem;
  /** Indexes of lines that refer to other files. */
  notFollowed?: number[];
  /** Indexes of lines in the block that were not understood. */
  notUnderstood?: number[];
  /** A syntax error: the index of its line and the message of the parser. */
  broken?: { line: number; message: string };
}

/** State that the readers of one text share. */
export interface ReadContext {
  /** Lowercase name of the file without its folder; empty for a paste. */
  name: string;
  /** Number of characters that may still be searched for the end of a JSON value; keeps failed attempts linear. */
  jsonBudget: number;
}

/**
 * Reads the block that begins at a line. A reader consumes lines or gives up after a few, so a text is read in linear time.
 *
 * @returns `undefined` if no block of its kinds begins there
 */
export type BlockReader = (
  lines: readonly string[],
  start: number,
  context: ReadContext,
) => Block | undefined;
