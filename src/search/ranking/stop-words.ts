/** Words without meaning for a search; stems are compared with stems of these. Single letters are left out as well. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about after again all also always am an and any are as at be because been before being but by can cannot ' +
    'could did do does doing don down during each even every few for from further get gets getting got had has have ' +
    'having he her here hers him his how i if in into is it its itself just let like ll make me more most my myself no ' +
    'nor not now of off on once only or other our out over own re s same she should since so some still such t than ' +
    'that the their them then there these they this those though through to too try trying under until up use used ' +
    'uses using ve very via want was we were what when where which while who why will with without won would you your'
  ).split(' '),
);

/** Pairs of Chinese characters that every question contains. */
export const stopPairs: ReadonlySet<string> = new Set(
  (
    '怎么 么办 什么 如何 为什 为何 是什 怎样 请问 解决 可以 这个 那个 一个 的时 时候 之后 以后 后来 还是 但是 然后 报错 错误 ' +
    '提示 出现 问题'
  ).split(' '),
);
