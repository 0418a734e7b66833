import type { AffectedRange } from '../domain/facts/affected-schema.ts';
import type { InstallCommand } from '../domain/lookup/fill-answer.ts';
import type { Fix } from '../domain/facts/fix-schema.ts';
import {
  codeBlock,
  markdownLink,
  markdownText,
  markdownWithCode,
} from '../domain/text/citations.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { describeRange } from '../i18n/range-words.ts';
import { lookupWords } from '../i18n/lookup-words.ts';
import { replyWords } from '../i18n/reply-words.ts';

/** Data about a fault for a reply. */
export interface ReplyFault {
  title: string;
  fix: Fix;
  /** Further commands, of which one is for the reader's system. */
  commands?: readonly InstallCommand[];
  affected: readonly AffectedRange[];
}

/** Maximum number of ranges in a reply; the article shows a longer list as a table. Chosen. */
const MAX_RANGES = 3;

/** Returns a reply to a bug report, as Markdown: the known fault, what to do about it, and the affected versions. */
export function replyWith(
  { title, fix, commands = [], affected }: ReplyFault,
  permalink: string,
  locale: Locale,
): string {
  const { text, command } = fix;
  const ranges = affected.map((range) => `${range.package} ${describeRange(range, locale)}`);
  return replyWords[locale].reply(
    markdownLink(title, permalink),
    [
      markdownWithCode(text),
      ...(command === undefined ? [] : [codeBlock(command)]),
      ...(commands.length === 0 ? [] : [codeBlock(commandLines(commands, locale))]),
    ],
    ranges.length > MAX_RANGES ? [] : ranges.map(markdownText),
  );
}

/** Lists commands with their systems as comments of a shell. */
function commandLines(commands: readonly InstallCommand[], locale: Locale): string {
  const { systems, wheel } = lookupWords[locale];
  return commands
    .flatMap(({ system, command, isWheel }) => [`# ${isWheel ? wheel : systems[system]}`, command])
    .join('\n');
}
