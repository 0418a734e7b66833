import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../../src/client/reader-language/preferred-language.ts';

test.each([
  ['/zh/no-such-page/', ['en-US'], 'zh'],
  ['/no-such-page/', ['zh-CN', 'en'], 'zh'],
  ['/no-such-page/', ['de', 'ZH-Hans', 'en'], 'zh'],
  ['/no-such-page/', ['en-US', 'zh'], 'en'],
  ['/no-such-page/', ['de', 'fr'], 'en'],
  ['/no-such-page/', [], 'en'],
  ['/zhang/', ['de'], 'en'],
  ['?lang=zh', ['en-US'], 'zh'],
  ['/e/1/0123456789abcdef/?lang=en', ['zh-CN'], 'en'],
  ['?lang=de', ['zh-CN'], 'zh'],
  ['?lang=', [], 'en'],
])('%s with %j is read in %s', (path, languages, locale) => {
  expect(preferredLanguage(path, languages)).toBe(locale);
});
