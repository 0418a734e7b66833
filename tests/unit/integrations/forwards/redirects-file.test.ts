import { expect, test } from 'vitest';
import { redirectsFile } from '../../../../src/integrations/forwards/redirects-file.ts';

const redirects = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ from: `/e/1/${index}/`, to: '/articles/one/' }));

test('addresses of a language that exist once lead to the language-neutral ones', () => {
  expect(redirectsFile([], '')).toBe(
    `/zh/github.com/* /github.com/:splat?lang=zh 301
/zh/gitlab.com/* /gitlab.com/:splat?lang=zh 301
/zh/e/* /e/:splat?lang=zh 301
/zh/badge/* /badge/:splat?lang=zh 301
`,
  );
});

test('every path has the base path', () => {
  const text = redirectsFile(redirects(1), '/known-faults');
  expect(text.split('\n').slice(0, 2)).toEqual([
    '/known-faults/e/1/0/ /known-faults/articles/one/ 302',
    '/known-faults/zh/github.com/* /known-faults/github.com/:splat?lang=zh 301',
  ]);
});

test('the first 2,000 addresses without a file have a rule, before all rules with a placeholder', () => {
  const rules = redirectsFile(redirects(3_000), '').trim().split('\n');
  expect(rules).toHaveLength(2_004);
  expect(rules[1_999]).toBe('/e/1/1999/ /articles/one/ 302');
  expect(rules.findIndex((rule) => rule.includes('*'))).toBe(2_000);
});

test('a rule of more than 1,000 characters is left out, and another one takes its place', () => {
  const long = { from: `/github.com/${'a'.repeat(1_000)}/`, to: '/articles/one/' };
  const rules = redirectsFile([long, ...redirects(2_000)], '')
    .trim()
    .split('\n');
  expect(rules).toHaveLength(2_004);
  expect(Math.max(...rules.map((rule) => rule.length))).toBeLessThan(100);
});
