import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import type { Fix } from '../domain/facts/fix-schema.ts';
import {
  codeBlock,
  markdownLink,
  markdownText,
  markdownWithCode,
} from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { describeRange } from '../i18n/range-words.ts';
import { replyWords } from '../i18n/reply-words.ts';

/** Data about a fault for a reply. */
interface ReplyFault {
  title: string;
  fix: Fix;
  affected: readonly AffectedRange[];
}

/** Maximum number of ranges in a reply; the article shows a longer list as a table. Chosen. */
const MAX_RANGES = 3;

/** Returns a reply to a bug report, as Markdown: the known fault, what to do about it, and the affected versions. */
export function replyWith(
  { title, fix, affected }: ReplyFault,
  permalink: string,
  locale: Locale,
): string {
  const { text, command } = fix;
  const ranges = affected.map((range) => `${range.package} ${describeRange(range, locale)}`);
  return replyWords[locale].reply(
    markdownLink(title, permalink),
    [markdownWithCode(text), ...(command === undefined ? [] : [codeBlock(command)])],
    ranges.length > MAX_RANGES ? [] : ranges.map(markdownText),
  );
}
