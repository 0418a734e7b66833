import type { Locale } from '../domain/vocabulary.ts';
import { en, type Words } from './en.ts';
import { zh } from './zh.ts';

export type { Words } from './en.ts';

const languages: Record<Locale, Words> = { en, zh };

/** Returns the interface texts of a language. */
export function wordsOf(locale: Locale): Words {
  return languages[locale];
}
