import type { Locale } from '../domain/vocabulary.ts';

/**
 * The words of a reply in an issue tracker: what a page copies and the Action writes. They stand apart because the
 * Action carries them inside its script, which changes with every word.
 */
export interface ReplyWords {
  /**
   * @param link to the article
   * @param versions affected, one text a package
   */
  reply(link: string, versions: readonly string[], summary: string): string;
  /** Which versions of a package have a fault; `undefined` for all of them. */
  versions(from: string | undefined, fixed: string | undefined): string | undefined;
  /** Stands before the line of the report that was recognized. */
  evidence: string;
  /** Stands instead of a reply when the report does not say any longer what the reply was for. */
  gone: string;
  /** @param label as code */
  optOut(label: string): string;
}

const en: ReplyWords = {
  reply: (link, versions, summary) =>
    [
      `This looks like a known fault: ${link}.`,
      ...(versions.length > 0 ? [`Affected: ${versions.join('; ')}.`] : []),
      summary,
      'The article says how to check whether you have it, and what to do.',
    ].join('\n\n'),
  versions: (from, fixed) =>
    from && fixed
      ? `from ${from}, fixed in ${fixed}`
      : fixed
        ? `before ${fixed}`
        : from && `from ${from}`,
  evidence: 'Recognized by this line of the report:',
  gone: 'The report has been edited. What it says now matches no known fault.',
  optOut: (label) => `Written by a program. The label ${label} keeps it away from an issue.`,
};

const zh: ReplyWords = {
  reply: (link, versions, summary) =>
    [
      `这看起来是一个已知故障：${link}。`,
      ...(versions.length > 0 ? [`受影响：${versions.join('；')}。`] : []),
      summary,
      '文中说明了如何确认是否受影响，以及解决办法。',
    ].join('\n\n'),
  versions: (from, fixed) =>
    from && fixed ? `${from} 起，${fixed} 已修复` : fixed ? `${fixed} 之前` : from && `${from} 起`,
  evidence: '依据是报告中的这一行：',
  gone: '报告已被修改，现在的内容没有匹配到已知故障。',
  optOut: (label) => `本评论由程序自动发布。不需要的话，给 issue 加上标签 ${label} 即可。`,
};

export const replyWords: Record<Locale, ReplyWords> = { en, zh };
