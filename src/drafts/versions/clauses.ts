/** Ends of a clause; a comma inside `>=3.0,<3.1` and a point inside a version are none. */
const CLAUSE_END =
  /[，。；;！!？?]|,(?=[\s\u3400-\u9fff])|(?<=[\u3400-\u9fff]),|[.:](?=\s)|\s(?:but|while|whereas|although|so)\s|(?<=\s)[—–](?=\s)/g;

/** A clause is cut at this length: nothing speaks of what stands further away. */
const CLAUSE_LENGTH = 400;

/** The clauses of a line, in order. */
export function clausesOf(text: string): string[] {
  const clauses: string[] = [];
  let start = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    clauses.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  clauses.push(text.slice(start));
  return clauses.map((clause) => clause.slice(0, CLAUSE_LENGTH));
}

const WELL =
  /(?<!\w)(?:works?|working|worked|fine|ok|okay|unaffected|not affected|succeeds?|passes|no (?:problem|issue|crash)|not (?:happen|occur|reproduce)|cannot reproduce|can't reproduce)(?!\w)|正常|没有(?:这个|该|此|任何|什么)?问题|没问题|一切正常|不受影响|未受影响|无此问题|不存在|不会(?:出现|发生|触发|崩溃|报错)|未复现|无法复现|构建成功/i;

/** True for a clause that says that there all is well: `相同代码在 Linux 上构建正常`. */
export function speaksWell(clause: string): boolean {
  return WELL.test(clause);
}
