import { redact } from '../diagnosis/report/redact.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../domain/addresses/addresses.ts';
import { INVISIBLE } from '../domain/text/characters.ts';
import { codeBlock, codeSpan } from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';
import { replyWith, type ReplyFault } from '../social/reply.ts';
import { truncate } from '../domain/text/truncate.ts';

/** First line of a comment of the Action. Anyone can write it, so the author of the comment is checked as well. */
export const MARKER = '<!-- known-faults -->';

/** Maximum number of characters of a quoted line. Chosen. */
const MAX_QUOTED = 300;

/** Characters that are invisible or reorder the text, and those without a meaning: private use and unassigned. */
const UNQUOTABLE = new RegExp(String.raw`[\p{C}${INVISIBLE}]+`, 'gu');

/** More than three combining marks on one letter would cover the lines above and below. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Returns the permalink of the article about a fault. */
export function articleAddress(site: string, id: string, language: Locale): string {
  return absoluteAddress(site, localizedPath(permalinkPath(id), language));
}

/**
 * Returns the answer to a report as Markdown: the reply of the article, and the line that identified the fault.
 *
 * @param line untrusted text from the report
 */
export function answer(fault: ReplyFault, address: string, line: string, language: Locale): string {
  const { evidence } = replyWords[language];
  return [replyWith(fault, address, language), evidence, codeBlock(quotable(line))].join('\n\n');
}

/** Returns the comment for an answer. */
export function answeringComment(text: string, ignoreLabel: string, language: Locale): string {
  const { optOut } = replyWords[language];
  return [MARKER, text, optOut(codeSpan(ignoreLabel))].join('\n\n');
}

/** Returns the comment that replaces an answer after an edit of the report that made it wrong. */
export function retractingComment(language: Locale): string {
  return [MARKER, replyWords[language].gone].join('\n\n');
}

/**
 * Makes an untrusted line safe to quote: without invisible characters, cut after 300 characters. Personal data is
 * redacted, because the author of an issue can remove it there, but not from the comment of another user.
 */
export function quotable(line: string): string {
  const visible = line.replace(UNQUOTABLE, ' ').replace(STACKED_MARKS, '$1').trim();
  const { text } = redact(visible);
  return truncate(text, MAX_QUOTED, ' …');
}
