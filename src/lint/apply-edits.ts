import type { Edit, Remark } from './remark.ts';

/** New text of a file, with the remarks that were fixed. */
export interface Fixed {
  file: string;
  text: string;
  remarks: Remark[];
}

/**
 * Applies the edits of the remarks, file by file. Of overlapping edits only the first is applied; checking the result
 * again proposes the others if they are still needed.
 *
 * @param sources texts that the remarks were made on, by file
 */
export function applyEdits(remarks: readonly Remark[], sources: ReadonlyMap<string, string>): Fixed[] {
  const files = Map.groupBy(
    remarks.filter(({ edit }) => edit),
    ({ file }) => file,
  );
  return [...files].flatMap(([file, proposed]) => {
    const source = sources.get(file);
    if (source === undefined) return [];
    const taken = withoutOverlaps(proposed);
    const text = taken.reduceRight((rest, { edit }) => (edit ? apply(rest, edit) : rest), source);
    return text === source ? [] : [{ file, text, remarks: taken }];
  });
}

function withoutOverlaps(remarks: readonly Remark[]): Remark[] {
  const start = ({ edit }: Remark) => edit?.start ?? 0;
  let end = -1;
  return remarks
    .toSorted((a, b) => start(a) - start(b))
    .filter((remark) => {
      if (start(remark) < end) return false;
      end = Math.max(remark.edit?.end ?? 0, start(remark) + 1);
      return true;
    });
}

const apply = (source: string, { start, end, text }: Edit) =>
  source.slice(0, start) + text + source.slice(end);
