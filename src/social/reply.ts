import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import { markdownLink, markdownText } from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';

/** Data about a fault for a reply. */
interface ReplyFault {
  title: string;
  summary: string;
  affected: readonly AffectedRange[];
}

/** Returns a reply to a bug report, as Markdown: the known fault, its affected versions and what to do. */
export function replyWith(
  { title, summary, affected }: ReplyFault,
  permalink: string,
  locale: Locale,
): string {
  const words = replyWords[locale];
  const versions = affected.map(({ package: name, introduced, fixed }) =>
    markdownText([name, words.versions(introduced, fixed)].filter(Boolean).join(' ')),
  );
  return words.reply(markdownLink(title, permalink), versions, markdownText(summary));
}
