import type { Edit, Remark } from './remark.ts';

/** What was changed in a file, for whoever asked for it. */
export interface Fixed {
  file: string;
  text: string;
  remarks: Remark[];
}

/**
 * Carries out what the remarks propose, file by file. Of two proposals for one place the first is taken; the other one
 * is made again, or not, when the result is looked at.
 *
 * @param sources the texts on which the remarks were made
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
