import type { AffectedRange } from '../../domain/facts/facts.ts';
import type { Status } from '../../domain/vocabulary.ts';
import { atLine, type Found } from './found.ts';
import type { Reading } from '../reading/reading.ts';

const BY_DESIGN =
  /(?<!\w)(?:by design|not a (?:cython |numba |numpy |pyo3 )?bug|works? as (?:intended|designed|expected)|expected behaviou?r|won'?t fix|not supported and|intentional(?:ly)?)(?!\w)|设计如此|预期行为|符合预期|并非(?:缺陷|bug|错误)|不是(?:一个)?\s?(?:bug|缺陷)|有意为之/i;

const WORKAROUND_ONLY = new Set(['workaround', 'solution', 'advice']);

/**
 * How it stands with the fault.
 *
 * @param affected `fixed` needs a range that names the fixed version
 * @param hasUpperPython the specifier leaves later versions out, which is how a fault of Python itself is fixed
 */
export function findStatus(
  { lines, source, code }: Reading,
  affected: readonly Found<AffectedRange>[],
  hasUpperPython: boolean,
): Found<Status> {
  const { issue } = source;
  const fixed = affected.find(({ value }) => value.fixed !== undefined);
  const designed = lines.find(
    ({ text, voice, role }) =>
      BY_DESIGN.test(text) &&
      role !== 'look-alikes' &&
      (issue === undefined || voice === 'maintainer'),
  );
  if (issue?.isOpen) return { value: 'open', read: 'state', isSure: fixed === undefined };
  if (fixed) {
    const isSure = !(fixed.note ?? '').includes('fixed version');
    return { value: 'fixed', ...(fixed.read !== undefined && { read: fixed.read }), isSure };
  }
  if (affected.length === 0 && hasUpperPython) return { value: 'fixed', isSure: false };
  if (issue?.isDeclined)
    return { value: 'by-design', read: 'label', isSure: designed !== undefined };
  if (designed) return { value: 'by-design', read: atLine(designed.number), isSure: false };
  const helps = lines.find(({ role, isHeading }) => role && isHeading && WORKAROUND_ONLY.has(role));
  const way = helps?.number ?? code.find(({ role }) => role && WORKAROUND_ONLY.has(role))?.from;
  if (way !== undefined) {
    return {
      value: 'workaround',
      read: atLine(way),
      isSure: false,
      note: 'the source names no fixed version',
    };
  }
  return {
    value: issue ? 'workaround' : 'open',
    ...(issue && { read: 'state' }),
    isSure: false,
    note: issue ? 'closed, and no fixed version was found' : 'the source does not say',
  };
}
