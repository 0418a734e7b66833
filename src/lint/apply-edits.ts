import type { Edit, LintMessage } from './lint-message.ts';

/** A message with an automatic fix. */
type Fixable = LintMessage & { edit: Edit };

/** A file with fixes applied. */
export interface FixedFile {
  file: string;
  text: string;
  /** Messages whose edits were applied, by offset. */
  messages: LintMessage[];
}

/**
 * Applies the edits of messages. Of overlapping edits the first is applied; lint the result to get the others again.
 *
 * @param sources texts by file on which the messages were reported
 * @returns files that changed
 */
export function applyEdits(
  messages: readonly LintMessage[],
  sources: ReadonlyMap<string, string>,
): FixedFile[] {
  const byFile = Map.groupBy(messages.filter(isFixable), ({ file }) => file);
  return [...byFile].flatMap(([file, fixable]) => {
    const source = sources.get(file);
    if (source === undefined) return [];
    const applied = withoutOverlaps(fixable);
    const text = applied.reduceRight(
      (rest, { edit }) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end),
      source,
    );
    return text === source ? [] : [{ file, text, messages: applied }];
  });
}

const isFixable = (message: LintMessage): message is Fixable => message.edit !== undefined;

function withoutOverlaps(messages: readonly Fixable[]): Fixable[] {
  let end = -1;
  return messages
    .toSorted((a, b) => a.edit.start - b.edit.start)
    .filter(({ edit }) => {
      if (edit.start < end) return false;
      // Two insertions at one offset overlap, too.
      end = Math.max(edit.end, edit.start + 1);
      return true;
    });
}
