import type { Locale } from '../domain/vocabulary.ts';

/**
 * Texts of a reply in an issue tracker, which a page copies and the Action posts. They are in a separate file because
 * the Action bundles them: its script changes with every edit here.
 */
export interface ReplyWords {
  /**
   * Returns the reply as Markdown.
   *
   * @param link Markdown link to the article
   * @param fix what to do, as Markdown; one text per paragraph
   * @param ranges affected ranges, with their packages
   */
  reply(link: string, fix: readonly string[], ranges: readonly string[]): string;
  /** Describes the affected versions of a package; `undefined` if all of them are affected. */
  versions(from: string | undefined, fixed: string | undefined): string | undefined;
  /** Introduces the line of the report that matched. */
  evidence: string;
  /** Replaces the reply once an edited report no longer matches. */
  gone: string;
  /** @param label name of the label as Markdown code */
  optOut(label: string): string;
}

const en: ReplyWords = {
  reply: (link, fix, ranges) =>
    [
      `This looks like a known fault: ${link}.`,
      ...fix,
      ...(ranges.length > 0 ? [`Affected: ${ranges.join('; ')}.`] : []),
      'The article explains how to check whether you are affected, and the cause.',
    ].join('\n\n'),
  versions: (from, fixed) =>
    from && fixed
      ? `${from} or later, fixed in ${fixed}`
      : fixed
        ? `before ${fixed}`
        : from && `${from} or later`,
  evidence: 'Matched by this line of the report:',
  gone: 'The report has been edited and no longer matches a known fault.',
  optOut: (label) =>
    `This comment was posted automatically. To opt an issue out, add the label ${label}.`,
};

const zh: ReplyWords = {
  reply: (link, fix, ranges) =>
    [
      `这看起来是一个已知故障：${link}。`,
      ...fix,
      ...(ranges.length > 0 ? [`受影响：${ranges.join('；')}。`] : []),
      '文章说明了如何确认是否受影响，以及故障的原因。',
    ].join('\n\n'),
  versions: (from, fixed) =>
    from && fixed ? `${from} 起，${fixed} 已修复` : fixed ? `低于 ${fixed}` : from && `${from} 起`,
  evidence: '报告中的这一行与已知故障匹配：',
  gone: '报告已被修改，现在的内容没有匹配到已知故障。',
  optOut: (label) =>
    `本评论由程序自动发布。如果不希望某个 issue 收到评论，请给它加上标签 ${label}。`,
};

export const replyWords: Record<Locale, ReplyWords> = { en, zh };
