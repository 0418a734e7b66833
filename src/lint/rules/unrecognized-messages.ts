import type { LibraryArticle } from '../../content/read/library-model.ts';
import { lineOf, MESSAGE, nodesOf, type SectionBlock } from '../../content/tree.ts';
import { localization } from '../../diagnosis/clean/localized/localization.ts';
import { readPaste } from '../../diagnosis/clean/read-paste.ts';
import type { OpenIndex } from '../../diagnosis/index/open-index.ts';
import { findMatches } from '../../diagnosis/match/find-matches.ts';
import { advice, quote, type LintMessage } from '../lint-message.ts';

/** A stack as debuggers and `faulthandler` print it: the frames of a crash differ with every program. */
const STACK = /^(?:#\d+ |(?:Current )?[Tt]hread .*\(most recent call first\):$)/m;

/**
 * Reports messages that no signature of their article matches: a reader who pastes one does not find the article. A
 * supporting signature is enough, since it shows that the message was considered.
 *
 * @param index of the article alone
 */
export function checkUnrecognizedMessages(
  { text }: LibraryArticle,
  blocks: readonly SectionBlock[],
  index: OpenIndex,
): LintMessage[] {
  const isRecognized = (message: string) =>
    findMatches(readPaste(message, localization).lines, index).some(({ share }) => share === 1);
  return blocks
    .filter(({ section }) => section !== 'look-alikes')
    .flatMap(({ block }) => [...nodesOf(block)])
    .flatMap(({ node }) => {
      if (node.type !== 'code' || node.lang !== MESSAGE) return [];
      if (STACK.test(node.value) || isRecognized(node.value)) return [];
      return [
        advice({
          file: text.file,
          line: text.bodyLine + lineOf(node),
          rule: 'signatures',
          found: `a message that no signature of the article matches: ${quote(node.value.trim().split('\n')[0] ?? '')}`,
          wanted:
            'a signature for it (`role: supporting` if other faults print it too), or a ```text block if it is not an error',
        }),
      ];
    });
}
