import type { Locale } from '../domain/vocabulary.ts';
import { en, type Words } from './en.ts';
import { zh } from './zh.ts';

export type { Words } from './en.ts';

const languages: Record<Locale, Words> = { en, zh };

/** The interface's words in one language. */
export function wordsOf(locale: Locale): Words {
  return languages[locale];
}
