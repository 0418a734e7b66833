import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { dist, pagesOf } from '../support/built-site.ts';

const pages = pagesOf(dist).map((page) => ({
  page,
  html: readFileSync(path.join(dist, page), 'utf8'),
}));

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Astro closes void elements as HTML does and as SVG needs; both are valid.
    'void-style': 'off',
    // Titles are what the article is called; search engines cut them themselves.
    'long-title': 'off',
  },
});

test('there are pages of every kind to look at', () => {
  expect(pages.length).toBeGreaterThan(100);
});

test('every page is valid HTML', async () => {
  const mistakes: string[] = [];
  for (const { page, html } of pages) {
    const report = await validator.validateString(html);
    for (const { messages } of report.results) {
      for (const { line, ruleId, message } of messages) {
        mistakes.push(`${page}:${line} ${ruleId}: ${message}`);
      }
    }
  }
  expect(mistakes).toEqual([]);
});

describe('the Content-Security-Policy', () => {
  test('stands on every page and allows nothing inline', () => {
    const without = pages.filter(({ html }) => {
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
      return !policy || /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/.test(policy);
    });
    expect(without.map(({ page }) => page)).toEqual([]);
  });

  test('is kept: no style attributes, no handlers, one inline script', () => {
    const inline = pages.flatMap(({ page, html }) => {
      const found = html.match(/<[^>]+\s(?:style|on\w+)=|<script>(?!try \{)/g) ?? [];
      return found.map((text) => `${page}: ${text}`);
    });
    expect(inline).toEqual([]);
  });
});

test('every page that stands for itself names its address and its languages', () => {
  const listed = pages.filter(({ html }) => !html.includes('name="robots" content="noindex"'));
  expect(listed.length).toBeGreaterThan(200);
  for (const { page, html } of listed) {
    // An article that is not translated stands in Chinese surroundings and is the English page to search engines.
    const isTranslated = html.includes('rel="alternate" hreflang="zh-Hans"');
    const own = isTranslated ? page : page.replace(/^zh\//, '');
    const address = `http://localhost:4321/${own.replace(/index\.html$/, '')}`;
    // Not `toContain`: a failure would print the page.
    const missing = [
      `<link rel="canonical" href="${address}">`,
      'hreflang="x-default"',
      '<meta property="og:title"',
      '<meta property="og:description"',
    ].filter((tag) => !html.includes(tag));
    expect(missing, page).toEqual([]);
  }
});
