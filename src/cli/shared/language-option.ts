import { locales, type Locale } from '../../domain/vocabulary.ts';
import { UsageError } from './usage-error.ts';

/**
 * Validates the value of `--lang`.
 *
 * @throws {UsageError} for a language without texts
 */
export function languageOption(value: string): Locale {
  const language = locales.find((locale) => locale === value);
  if (!language) throw new UsageError(`--lang: found ${value}; allowed: ${locales.join(', ')}.`);
  return language;
}
