import { hiddenCharacter } from '../../src/domain/text/characters.ts';
import type fc from 'fast-check';

/** A part of the project that reads input of strangers, inputs for it, and what must hold for each of them. */
export interface Target<Input = unknown> {
  /** Also the name of its folder in the corpus. */
  name: string;
  /** Inputs are JSON values, so that the corpus can store them. */
  inputs: fc.Arbitrary<Input>;
  /** Number of inputs in `npm test`. Chosen: a few seconds per target. */
  runs: number;
  /** @throws if a property does not hold */
  check(input: Input): void | Promise<void>;
}

/** Asserts that a line number lies within a text of `count` lines. */
export function assertLine(line: number, count: number): void {
  if (line < 1 || line > count) throw new Error(`line ${line} of a text of ${count} lines`);
}

/** Asserts that a reader sees all characters of a text. */
export function assertVisible(text: string): void {
  const hidden = hiddenCharacter(text);
  if (hidden !== undefined) throw new Error(`the hidden character ${hidden}`);
}
