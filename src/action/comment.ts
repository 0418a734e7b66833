import { redact } from '../diagnosis/report/redact.ts';
import { absoluteAddress, localizedPath, permalinkPath } from '../domain/addresses/addresses.ts';
import { codeBlock, codeSpan } from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { replyWords } from '../i18n/reply-words.ts';
import type { FaultCard } from '../api/published-knowledge.ts';
import { replyWith } from '../social/reply.ts';
import { truncate } from '../domain/text/truncate.ts';

/** By this the Action finds its comment again; who wrote it is asked as well, since anybody may write this. */
export const MARKER = '<!-- known-faults -->';

/** A quoted line is cut behind so many characters. */
const QUOTED = 300;

/** What shows nothing or turns the rest around: controls, formats, surrogates, private and unassigned characters. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** More signs than this on one letter are there to cover other lines. */
const HEAPED = /(\p{M}{3})\p{M}+/gu;

/** Where the article of a fault can be read. */
export function articleAddress(site: string, id: string, language: Locale): string {
  return absoluteAddress(site, localizedPath(permalinkPath(id), language));
}

/**
 * The answer to a report, as Markdown: the reply of the article and the line that it was recognized by.
 *
 * @param line of the report, whatever is in it
 */
export function answer(card: FaultCard, address: string, line: string, language: Locale): string {
  const { evidence } = replyWords[language];
  return [replyWith(card, address, language), evidence, codeBlock(quotable(line))].join('\n\n');
}

/** An answer as a comment. */
export function answeringComment(text: string, ignoreLabel: string, language: Locale): string {
  const { optOut } = replyWords[language];
  return [MARKER, text, optOut(codeSpan(ignoreLabel))].join('\n\n');
}

/** The comment that is left of an answer when the report does not ask for it any longer. */
export function retractingComment(language: Locale): string {
  return [MARKER, replyWords[language].gone].join('\n\n');
}

/**
 * A line as it may stand in a comment: what shows nothing is left out, and the end of a long one. What belongs to a
 * person is left out as well: the author can take it out of the issue, but not out of the comment of somebody else.
 */
export function quotable(line: string): string {
  const seen = line.replace(UNSEEN, ' ').replace(HEAPED, '$1').trim();
  const { text } = redact(seen);
  return truncate(text, QUOTED, ' …');
}
