import { locales, type Locale } from '../../domain/vocabulary.ts';
import { notAllowed } from './usage-error.ts';

/** The option of every command that speaks several languages, for `node:util` parseArgs. */
export const LANGUAGE_OPTION = { lang: { type: 'string' } } as const;

/**
 * Validates the value of `--lang`.
 *
 * @returns `undefined` if the option is absent
 * @throws {UsageError} for a language without texts
 */
export function languageOption(value: string | undefined): Locale | undefined {
  const language = locales.find((locale) => locale === value);
  if (value !== undefined && !language) throw notAllowed('--lang', value, locales.join(', '));
  return language;
}
