import { defaultLocale } from '../../domain/vocabulary.ts';
import { composed, spaced, textIn, type LocalText } from './local-text.ts';

/** A call that cannot be carried out. The caller sees the message and the usage text, never a stack. */
export class UsageError extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(textIn(text, defaultLocale));
    this.text = text;
  }
}

/** Where nothing was given. */
export const NOTHING: LocalText = { en: 'nothing', zh: '空值' };

/**
 * Returns the error for a value that is not allowed: `--lang: found fr; allowed: en, zh.`
 *
 * @param subject the option or argument
 */
export const notAllowed = (subject: string, found: LocalText, allowed: LocalText): UsageError =>
  new UsageError(
    composed((language) => {
      const [was, may] = [textIn(found, language), textIn(allowed, language)];
      return language === 'zh'
        ? `${subject}：收到${spaced(was)}；应为${spaced(may)}。`
        : `${subject}: found ${was}; allowed: ${may}.`;
    }),
  );
