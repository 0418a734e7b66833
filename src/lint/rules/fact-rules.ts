import type { LibraryArticle } from '../../content/read/read-library.ts';
import { advice, type Remark } from '../remark.ts';

/** Reports facts that are valid on their own but contradict each other. */
export function factRemarks({ facts, text }: LibraryArticle): Remark[] {
  const { status, affected, upstream, verified } = facts;
  const remark = (path: PropertyKey[], found: string, wanted: string) =>
    advice({ file: text.file, line: text.lineOf(path), rule: 'facts', found, wanted });

  const remarks: Remark[] = [];
  const isFixed = affected.length > 0 && affected.every(({ fixed }) => fixed);
  if (status === 'open' && isFixed) {
    remarks.push(
      remark(['status'], 'open, though every affected range has a fixed version', 'fixed'),
    );
  }
  if (status === 'fixed' && verified && !verified.fixed) {
    remarks.push(
      remark(
        ['verified'],
        'a fixed fault without verified.fixed',
        'the fixed version that was run, in verified.fixed',
      ),
    );
  }
  const urls = upstream.map(({ url }) => url);
  urls.forEach((url, at) => {
    if (urls.indexOf(url) === at) return;
    remarks.push(remark(['upstream', at], `${url} twice`, 'each address once'));
  });
  return remarks;
}
