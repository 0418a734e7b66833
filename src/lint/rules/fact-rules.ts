import type { LibraryArticle } from '../../content/read/read-library.ts';
import { advice, type Remark } from '../remark.ts';

/** Facts that are each right and together say two things. */
export function factRemarks({ facts, text }: LibraryArticle): Remark[] {
  const { status, affected, upstream, verified } = facts;
  const remark = (path: PropertyKey[], found: string, wanted: string) =>
    advice({ file: text.file, line: text.lineOf(path), rule: 'facts', found, wanted });

  const remarks: Remark[] = [];
  const isFixed = affected.length > 0 && affected.every(({ fixed }) => fixed);
  if (status === 'open' && isFixed) {
    remarks.push(remark(['status'], 'open, though each range of affected ends', 'fixed'));
  }
  if (status === 'fixed' && verified && !verified.fixed) {
    remarks.push(remark(['verified'], 'no fixed release that was run', 'verified.fixed'));
  }
  const urls = upstream.map(({ url }) => url);
  urls.forEach((url, at) => {
    if (urls.indexOf(url) === at) return;
    remarks.push(remark(['upstream', at], `${url} a second time`, 'each address once'));
  });
  return remarks;
}
