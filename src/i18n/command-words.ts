import type { Locale } from '../domain/vocabulary.ts';

/** Texts of the answers of the command line. */
export interface CommandWords {
  line(number: number): string;
  /** Heading of the lines that the software prints. */
  signatures: string;
  /** Level of the findings after the first one. */
  similar: string;
  unknown: string;
  /** Introduces the last error of the input. */
  lastErrorLine: string;
  /** Introduces what the input says about the machine. */
  read: string;
  /** Heading of the next steps for an unknown error. */
  usualSteps: string;
}

export const commandWords: Record<Locale, CommandWords> = {
  en: {
    line: (number) => `Line ${number}`,
    signatures: 'Signatures',
    similar: 'Similar error',
    unknown: 'Not a known error',
    lastErrorLine: 'Last error',
    read: 'Detected',
    usualSteps: 'What usually helps:',
  },
  zh: {
    line: (number) => `第 ${number} 行`,
    signatures: '特征信息',
    similar: '类似报错',
    unknown: '不是已收录的报错',
    lastErrorLine: '最后一个报错',
    read: '识别到',
    usualSteps: '通常可以这样做：',
  },
};
