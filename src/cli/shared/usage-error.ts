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

/** Where one value is allowed. */
export const ONE: LocalText = { en: 'one', zh: '一个' };

/** Counts arguments where fewer are allowed. */
export const argumentCount = (count: number): LocalText => ({
  en: `${count} arguments`,
  zh: `${count} 个参数`,
});

/** Returns the sentence that proposes a name, with the space before it; empty without one. */
export const didYouMean = (closest: string | undefined) =>
  closest === undefined
    ? { en: '', zh: '' }
    : { en: ` Did you mean ${closest}?`, zh: `是不是要写 ${closest}？` };

/**
 * Returns the error for a value that is not allowed: `--lang: found fr; allowed: en, zh.`
 *
 * @param subject the option or argument
 * @param closest the allowed value that the caller may have meant
 */
export const notAllowed = (
  subject: string,
  found: LocalText,
  allowed: LocalText,
  closest?: string,
): UsageError =>
  new UsageError(
    composed((language) => {
      const [was, may] = [textIn(found, language), textIn(allowed, language)];
      const advice = didYouMean(closest)[language];
      return language === 'zh'
        ? `${subject}：收到${spaced(was)}；应为${spaced(may)}。${advice}`
        : `${subject}: found ${was}; allowed: ${may}.${advice}`;
    }),
  );
