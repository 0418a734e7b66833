import type { Locale } from '../domain/vocabulary.ts';

/** Texts of the answers of the command line; its help and errors are in English only. */
export interface CommandWords {
  line(number: number): string;
  signature: string;
  messageAddress: string;
  unknown: string;
}

export const commandWords: Record<Locale, CommandWords> = {
  en: {
    line: (number) => `line ${number}`,
    signature: 'signature',
    messageAddress: 'address of this message',
    unknown:
      'No known fault matches this error. If the log is cut off, add the lines above the last error.',
  },
  zh: {
    line: (number) => `第 ${number} 行`,
    signature: '特征',
    messageAddress: '这条报错的固定地址',
    unknown: '没有与这个报错匹配的已知故障。如果日志被截断，请补上最后一个报错之前的内容。',
  },
};
