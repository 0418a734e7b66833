import { expect, test } from 'vitest';
import { readerLanguage } from '../../../../src/cli/shared/local-text.ts';

test.each([
  ['English without any hint', [], {}, '', 'en'],
  ['LANG', [], { LANG: 'zh_CN.UTF-8' }, '', 'zh'],
  ['LANG of Taiwan', [], { LANG: 'zh_TW.UTF-8' }, '', 'zh'],
  ['LC_ALL before LANG', [], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, '', 'en'],
  ['LC_MESSAGES before LANG', [], { LC_MESSAGES: 'zh_CN', LANG: 'en_US.UTF-8' }, '', 'zh'],
  ['an empty variable is not set', [], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }, '', 'zh'],
  ['English for a language without texts', [], { LANG: 'fr_FR.UTF-8' }, '', 'en'],
  ['the language of Windows', [], {}, 'zh-CN', 'zh'],
  ['a variable before the language of Windows', [], { LANG: 'en_US.UTF-8' }, 'zh-CN', 'en'],
  ['--lang before the system', ['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, '', 'en'],
  ['--lang=zh', ['a.log', '--lang=zh'], {}, '', 'zh'],
  ['the last --lang', ['--lang', 'zh', '--lang', 'en'], {}, '', 'en'],
  ['not --lang of another command', ['--', 'tool', '--lang', 'zh'], {}, '', 'en'],
  ['the system before an unknown --lang', ['--lang', 'fr'], { LANG: 'zh_CN' }, '', 'zh'],
  ['English for --lang without a value', ['--lang'], { LANG: 'C' }, '', 'en'],
])('%s', (_name, args, env, system, expected) => {
  expect(readerLanguage(args, env, system)).toBe(expected);
});
