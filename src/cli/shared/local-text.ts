import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';

/** A text of a command in each language; a command for contributors has English texts only. */
export type LocalText = string | Readonly<Record<Locale, string>>;

/** Returns a text in a language. */
export const textIn = (text: LocalText, language: Locale): string =>
  typeof text === 'string' ? text : text[language];

/** Makes a text from the texts that it contains, in each language. */
export const composed = (compose: (language: Locale) => string): Record<Locale, string> => ({
  en: compose('en'),
  zh: compose('zh'),
});

/** Begins a Chinese text with a space if a Latin letter or a sign would touch the character before it. */
export const spaced = (text: string): string => (/^[\w"'`<>./~-]/.test(text) ? ` ${text}` : text);

/** Variables that name the language of a Unix system; the first one that is set decides. */
const LANGUAGE_VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * Returns the language in which a command speaks: that of `--lang`, else that of the system, else English.
 *
 * @param args arguments of the command; those after `--` belong to another command
 * @param systemLocale where no variable names a language, as on Windows: `zh-CN`
 */
export function readerLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  systemLocale = '',
): Locale {
  const own = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  const chosen = own
    .map((arg, index) => (arg === '--lang' ? own[index + 1] : /^--lang=(.*)$/.exec(arg)?.[1]))
    .findLast((value) => value !== undefined);
  const system = LANGUAGE_VARIABLES.map((name) => env[name]).find(Boolean) ?? systemLocale;
  const spoken = (name = '') =>
    locales.find((locale) => locale === name.toLowerCase().split(/[^a-z]/, 1)[0]);
  return spoken(chosen) ?? spoken(system) ?? defaultLocale;
}
