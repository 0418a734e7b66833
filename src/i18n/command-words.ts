import type { Locale } from '../domain/vocabulary.ts';

/** Texts of the answers of the command line; its help and errors are in English only. */
export interface CommandWords {
  line(number: number): string;
  yourVersions: string;
  /** Heading of the lines that the software prints. */
  signatures: string;
  /** Level of the findings after the first one. */
  similar: string;
  unknown: string;
}

export const commandWords: Record<Locale, CommandWords> = {
  en: {
    line: (number) => `Line ${number}`,
    yourVersions: 'Your versions',
    signatures: 'Signatures',
    similar: 'Similar error',
    unknown:
      'No known fault matches this error. If the log is cut off, add the lines above the last error.',
  },
  zh: {
    line: (number) => `第 ${number} 行`,
    yourVersions: '你的版本',
    signatures: '特征信息',
    similar: '类似报错',
    unknown: '没有与这个报错匹配的已知故障。如果日志被截断，请补上最后一个报错之前的内容。',
  },
};
