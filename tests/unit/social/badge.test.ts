import { describe, expect, test } from 'vitest';
import { statuses, type Locale, type Status } from '../../../src/domain/vocabulary.ts';
import { badge, badgeText } from '../../../src/social/badge.ts';
import type { Pictured } from '../../../src/social/card-text.ts';
import { color } from '../../../src/social/theme-colors.ts';

type Range = Pictured['facts']['affected'][number];

const range = (name: string, introduced?: string, fixed?: string): Range => ({
  ecosystem: 'PyPI',
  package: name,
  introduced,
  fixed,
});

const article = (status: Status, ...affected: Range[]): Pick<Pictured, 'facts'> => ({
  facts: { id: 'KF-0001', status, symptom: 'crash', python: '>=3.8', affected },
});

describe('a badge says', () => {
  test.each<[string, Locale, Pick<Pictured, 'facts'>, string]>([
    [
      'the fixed version',
      'en',
      article('fixed', range('cython', '3.0.0', '3.1.0')),
      'fixed in 3.1.0',
    ],
    [
      'the fixed version',
      'zh',
      article('fixed', range('cython', '3.0.0', '3.1.0')),
      '3.1.0 已修复',
    ],
    [
      'the first range’s version where one package was fixed in several',
      'en',
      article(
        'fixed',
        range('numpy', '1.0'),
        range('numpy', '1.2', '1.26.4'),
        range('numpy', '2.0', '2.0.1'),
      ),
      'fixed in 1.26.4',
    ],
    [
      'no version where packages differ',
      'en',
      article('fixed', range('pyo3', undefined, '0.23.0'), range('pyo3-ffi', undefined, '0.23.1')),
      'fixed',
    ],
    ['no version where it was Python’s fault', 'zh', article('fixed'), '已修复'],
    ['the status', 'en', article('workaround', range('cython', '3.0.0', '3.1.0')), 'workaround'],
    ['the status', 'en', article('open'), 'open'],
    ['the status', 'en', article('by-design'), 'by design'],
    ['the status', 'zh', article('by-design'), '设计如此'],
  ])('%s, in %s', (_, locale, facts, message) => {
    const label = { en: 'known fault KF-0001', zh: '已知故障 KF-0001' }[locale];
    expect(badgeText(facts, locale)).toEqual({ label, message });
  });
});

test('a badge says it to those who do not see it', () => {
  const svg = badge(article('fixed', range('cython', '3.0.0', '3.1.0')), 'en');
  expect(svg).toMatch(
    /^<svg [^>]*role="img" aria-label="known fault KF-0001: fixed in 3\.1\.0"><title>known fault KF-0001: fixed in 3\.1\.0<\/title>/,
  );
  expect(badge(article('fixed', range('cython', '3.0.0', '3.1.0')), 'en')).toBe(svg);
});

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(statuses)('the text of the badge %s is white and readable', (status) => {
  const ground = color(`--${status}`);
  expect(badge(article(status), 'en')).toContain(`fill="${ground}"`);
  expect(badge(article(status), 'en')).toContain('<g fill="#fff"');
  expect(1.05 / (luminance(ground) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test('a color that tokens.css does not have is named', () => {
  expect(() => color('--mauve')).toThrow('src/styles/tokens.css: found no color --mauve');
});
