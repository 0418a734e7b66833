import { LOCALIZED_MESSAGES } from '../../../src/diagnosis/clean/localized/localized-messages.ts';

/** A message that only one of the languages has, to find its block. */
const SAMPLES = {
  'in Simplified Chinese': '找不到指定的模块',
  'in Traditional Chinese': '找不到指定的模組',
  'in German': 'Das angegebene Modul wurde nicht gefunden',
  'in Japanese': '指定されたモジュールが見つかりません',
  'in Korean': '지정된 모듈을 찾을 수 없습니다',
  'in Russian': 'Не найден указанный модуль',
} as const;

/** Messages with arguments are left in English: their order in the line is not known. */
const ARGUMENT = /%\d/;

/** Returns a paste with its compiler, linker, loader, and Windows messages in each language that has some of them. */
export function localized(paste: string): { variation: string; text: string }[] {
  const [english = '', ...languages] = LOCALIZED_MESSAGES.split('\n\n');
  const wordings = english.split('\n');
  return Object.entries(SAMPLES).flatMap(([variation, sample]) => {
    const rows = languages.find((block) => block.includes(sample))?.split('\n') ?? [];
    const text = wordings.reduce((result, wording, index) => {
      const [translation = '-'] = rows[index]?.split('\t') ?? [];
      const isFixed = translation !== '-' && !ARGUMENT.test(wording + translation);
      return isFixed ? result.replaceAll(wording, translation) : result;
    }, paste);
    return text === paste ? [] : [{ variation, text }];
  });
}
