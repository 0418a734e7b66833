import type { LibraryArticle } from '../../content/read/library-model.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/** Reports facts that are valid each but contradict or repeat each other. */
export function checkFactConsistency({ facts, text }: LibraryArticle): LintMessage[] {
  const { status, affected, upstream, verified } = facts;
  const message = (path: PropertyKey[], found: string, wanted: string) =>
    advice({ file: text.file, line: text.lineOf(path), rule: 'facts', found, wanted });

  const messages: LintMessage[] = [];
  const isFixed = affected.length > 0 && affected.every(({ fixed }) => fixed);
  if (status === 'open' && isFixed) {
    messages.push(
      message(['status'], 'open, though every affected range has a fixed version', 'fixed'),
    );
  }
  if (status === 'fixed' && verified && !verified.fixed) {
    messages.push(
      message(
        ['verified'],
        'a fixed fault without verified.fixed',
        'the fixed version that was run, in verified.fixed',
      ),
    );
  }
  const urls = upstream.map(({ url }) => url);
  urls.forEach((url, index) => {
    if (urls.indexOf(url) === index) return;
    messages.push(message(['upstream', index], `${url} twice`, 'each address once'));
  });
  return messages;
}
