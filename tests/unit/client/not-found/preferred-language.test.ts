import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../../src/client/not-found/preferred-language.ts';

test.each([
  ['/zh/no-such-page/', ['en-US'], 'zh'],
  ['/no-such-page/', ['zh-CN', 'en'], 'zh'],
  ['/no-such-page/', ['de', 'ZH-Hans', 'en'], 'zh'],
  ['/no-such-page/', ['en-US', 'zh'], 'en'],
  ['/no-such-page/', ['de', 'fr'], 'en'],
  ['/no-such-page/', [], 'en'],
  ['/zhang/', ['de'], 'en'],
])('%s with %j is read in %s', (path, languages, locale) => {
  expect(preferredLanguage(path, languages)).toBe(locale);
});
