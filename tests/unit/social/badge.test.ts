import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { statuses, type Status } from '../../../src/domain/vocabulary.ts';
import type { AffectedRange } from '../../../src/domain/facts/affected-schema.ts';
import { badge, badgeText, type BadgeSource } from '../../../src/social/badge.ts';
import { readThemeColors } from '../../../src/social/theme-colors.ts';

const colors = readThemeColors(path.resolve(import.meta.dirname, '../../..'));

const range = (name: string, introduced?: string, fixed?: string): AffectedRange => ({
  ecosystem: 'PyPI',
  package: name,
  introduced,
  fixed,
});

const article = (status: Status, ...affected: AffectedRange[]): BadgeSource => ({
  facts: { id: 'KF-0001', status, affected },
});

describe('the text of a badge', () => {
  test.each<[string, BadgeSource, string]>([
    ['the fixed version', article('fixed', range('cython', '3.0.0', '3.1.0')), 'fixed in 3.1.0'],
    [
      'the first fixed version of a package with several ranges',
      article(
        'fixed',
        range('numpy', '1.0'),
        range('numpy', '1.2', '1.26.4'),
        range('numpy', '2.0', '2.0.1'),
      ),
      'fixed in 1.26.4',
    ],
    [
      'no version if several packages are affected',
      article('fixed', range('pyo3', undefined, '0.23.0'), range('pyo3-ffi', undefined, '0.23.1')),
      'fixed',
    ],
    ['no version for a fault in Python itself', article('fixed'), 'fixed'],
    ['the status', article('workaround', range('cython', '3.0.0', '3.1.0')), 'workaround'],
    ['the status', article('open'), 'open'],
    ['the status', article('by-design'), 'by design'],
  ])('%s', (_, facts, message) => {
    expect(badgeText(facts)).toEqual({ label: 'known fault KF-0001', message });
  });
});

test('a badge has its text as accessible name', () => {
  const svg = badge(article('fixed', range('cython', '3.0.0', '3.1.0')), colors);
  expect(svg).toMatch(
    /^<svg [^>]*role="img" aria-label="known fault KF-0001: fixed in 3\.1\.0"><title>known fault KF-0001: fixed in 3\.1\.0<\/title>/,
  );
  expect(badge(article('fixed', range('cython', '3.0.0', '3.1.0')), colors)).toBe(svg);
});

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(statuses)('the badge %s has white text with a contrast of 4.5:1', (status) => {
  const background = colors.get(`--${status}`);
  expect(badge(article(status), colors)).toContain(`fill="${background}"`);
  expect(badge(article(status), colors)).toContain('<g fill="#fff"');
  expect(1.05 / (luminance(background) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test('a color that is missing from tokens.css is named in the error', () => {
  expect(() => colors.get('--mauve')).toThrow('src/styles/tokens.css: found no color --mauve');
});
