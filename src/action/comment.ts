import { redact } from '../diagnosis/report/redact.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../domain/addresses/addresses.ts';
import { codeBlock, codeSpan } from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';
import type { FaultCard } from '../api/published-knowledge.ts';
import { replyWith } from '../social/reply.ts';
import { truncate } from '../domain/text/truncate.ts';

/** Identifies the Action's comment. The author is checked as well, since anyone can post this text. */
export const MARKER = '<!-- known-faults -->';

/** Maximum length of a quoted line, in characters. */
const QUOTED = 300;

/** Invisible or direction-changing characters: controls, formats, surrogates, private and unassigned code points. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** More than three combining marks on one letter: such stacks cover the lines around them. */
const HEAPED = /(\p{M}{3})\p{M}+/gu;

/** Returns the address of the article about a fault. */
export function articleAddress(site: string, id: string, language: Locale): string {
  return absoluteAddress(site, localizedPath(permalinkPath(id), language));
}

/**
 * Returns the answer to a report as Markdown: the reply and the line that matched.
 *
 * @param line matched line of the report, untrusted
 */
export function answer(card: FaultCard, address: string, line: string, language: Locale): string {
  const { evidence } = replyWords[language];
  return [replyWith(card, address, language), evidence, codeBlock(quotable(line))].join('\n\n');
}

/** Returns an answer as the body of a comment. */
export function answeringComment(text: string, ignoreLabel: string, language: Locale): string {
  const { optOut } = replyWords[language];
  return [MARKER, text, optOut(codeSpan(ignoreLabel))].join('\n\n');
}

/** Returns the body that replaces an answer once the report no longer matches. */
export function retractingComment(language: Locale): string {
  return [MARKER, replyWords[language].gone].join('\n\n');
}

/**
 * Makes a line safe to quote in a comment: removes invisible characters, truncates it, and redacts personal data, which
 * the author could delete from the issue but not from someone else's comment.
 */
export function quotable(line: string): string {
  const seen = line.replace(UNSEEN, ' ').replace(HEAPED, '$1').trim();
  const { text } = redact(seen);
  return truncate(text, QUOTED, ' …');
}
