import { markdownLink, markdownText } from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';
import type { FaultCard } from '../api/published-knowledge.ts';

/** A reply to a report, as Markdown: which fault it looks like, which versions have it, what to do. */
export function replyWith(
  { title, summary, affected }: FaultCard,
  permalink: string,
  locale: Locale,
): string {
  const words = replyWords[locale];
  const versions = affected.map(({ package: name, introduced, fixed }) =>
    markdownText([name, words.versions(introduced, fixed)].filter(Boolean).join(' ')),
  );
  return words.reply(markdownLink(title, permalink), versions, markdownText(summary));
}
