/** Headings below which a page advertises other pages, or lists comments. */
const TAIL =
  /^(?:登录后查看全文|相关(?:项目)?推荐|热门(?:项目)?推荐|项目推荐|项目优选|推荐阅读|为您推荐|相关(?:文章|阅读|博客)|(?:热门|最新)文章|最新内容推荐|猜你喜欢|大家都在看|往期精彩|延伸[阅閱][读讀]|上一篇|下一篇|(?:全部|最新)?评论|留言|—+ ?END ?—+|related (?:posts?|articles?|topics?|projects?|stories)|you (?:may|might) also like|recommended(?: for you| reading)?|popular posts?|recent posts?|leave a (?:comment|reply)|your answer|\d{0,5} ?comments?|about the author|read next|powered by \w{1,30})[:：]?(?:\s?[（(]\d{1,5}[)）])?$/i;

/** Marks of headings, lists and emphasis. */
const MARKS = /^[#>*\s\-•]{1,12}|[*_\s]{1,6}$/g;

/** A card of a project: its description, its language and two counters run together, such as `...能力Python00` or `...能力00- D`. */
const CARD = /(?:[\p{Script=Han}。，]|[a-z+#](?<=[A-Z][A-Za-z+#]{0,15}))0\d{1,3}(?:- ?\p{Lu}?)?$/u;
const MIN_CARDS = 2;

/** Maximum length of a heading, in UTF-16 units. */
const MAX_HEADING_LENGTH = 60;

/**
 * Returns the number of lines above the advertisements with which a page ends, all lines if there are none.
 */
export function textEnd(lines: readonly string[]): number {
  const heading = lines.findIndex(
    (line, index) =>
      index > 0 && line.length <= MAX_HEADING_LENGTH && TAIL.test(line.replace(MARKS, '')),
  );
  const cards = lines.flatMap((line, index) => (CARD.test(line.slice(-24)) ? [index] : []));
  const [first = lines.length] = cards.length >= MIN_CARDS ? cards : [];
  const name = lines[first - 1]?.trim() ?? '';
  // The name of a project is on the line above its card, and again in the card.
  const card = name !== '' && lines[first]?.startsWith(name) ? first - 1 : first;
  return Math.min(heading < 0 ? lines.length : heading, card);
}
