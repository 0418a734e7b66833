import type { Fix } from '../facts/fix-schema.ts';
import { fillAnswer, fillPlaceholder, type InstallCommand, type Reader } from './fill-answer.ts';
import type { FoundRow } from './find-row.ts';
import type { Lookup } from './lookup-schema.ts';

/** A fault as an answer names it. */
export interface AnsweredFault {
  title: string;
  fix: Fix;
  /** Further commands, by system, of which one is for this reader. */
  commands: InstallCommand[];
}

/** A name with its row, as a diagnosis finds it. */
export interface NamedRow extends FoundRow {
  /** Column of the table, and placeholder of the title. */
  key: string;
  /** Python packages of the row that the paste names. */
  mentioned: readonly string[];
}

/**
 * Returns title and fix of a fault; for a name that was looked up, those for this name. The fix has a command if it is
 * clear which one: a wheel, the one for the reader's system, or the only one.
 */
export function answerFault(
  { title, fix, lookup }: { title: string; fix: Fix; lookup?: Lookup | undefined },
  found: NamedRow | undefined,
  reader: Omit<Reader, 'names'>,
): AnsweredFault {
  if (!lookup || !found) return { title, fix, commands: [] };
  const { text, commands } = fillAnswer(lookup, found, {
    ...reader,
    names: (name) => found.mentioned.includes(name),
  });
  const [first, ...others] = commands;
  const isClear = first && (first.isWheel || first.system === reader.system || others.length === 0);
  return {
    title: fillPlaceholder(title, found.key, found.name),
    fix: { text, ...(isClear && { command: first.command }) },
    commands: isClear ? others : commands,
  };
}
