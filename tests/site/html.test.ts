import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { dist, pagesOf } from '../support/built-site.ts';
import { htmlRules } from '../support/html-rules.ts';

const pages = pagesOf(dist).map((page) => ({
  page,
  html: readFileSync(path.join(dist, page), 'utf8'),
}));

const validator = new HtmlValidate(htmlRules);

test('the site is built', () => {
  expect(pages.length).toBeGreaterThan(100);
});

test('every page is valid HTML', async () => {
  const mistakes: string[] = [];
  // Most pages only forward to an article, and all that forward to the same one are equal.
  const distinct = new Map(pages.map(({ page, html }) => [html, page]));
  for (const [html, page] of distinct) {
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
  test('is set on every page and allows nothing inline', () => {
    const without = pages.filter(({ html }) => {
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
      return !policy || /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/.test(policy);
    });
    expect(without.map(({ page }) => page)).toEqual([]);
  });

  test('is followed: no style attributes, no event handlers, one inline script', () => {
    const inline = pages.flatMap(({ page, html }) => {
      const found = html.match(/<[^>]+\s(?:style|on\w+)=|<script>(?!try \{)/g) ?? [];
      return found.map((text) => `${page}: ${text}`);
    });
    expect(inline).toEqual([]);
  });
});

test('no script blocks the first paint', () => {
  const blocking = pages.flatMap(({ page, html }) =>
    [...html.matchAll(/<script[^>]*\ssrc=[^>]*>/g)]
      .filter(([tag]) => !/\stype="module"|\sasync|\sdefer/.test(tag))
      .map(([tag]) => `${page}: ${tag}`),
  );
  expect(blocking).toEqual([]);
});

test('every page that search engines may list names its address and its languages', () => {
  const listed = pages.filter(({ html }) => !html.includes('name="robots" content="noindex"'));
  expect(listed.length).toBeGreaterThan(200);
  for (const { page, html } of listed) {
    // For search engines, the Chinese page of an article without a translation is the English page.
    const isTranslated = html.includes('rel="alternate" hreflang="zh-Hans"');
    const own = isTranslated ? page : page.replace(/^zh\//, '');
    const address = `http://localhost:4321/${own.replace(/index\.html$/, '')}`;
    // `toContain` would print the whole page on failure.
    const missing = [
      `<link rel="canonical" href="${address}">`,
      'hreflang="x-default"',
      '<meta property="og:title"',
      '<meta property="og:description"',
    ].filter((tag) => !html.includes(tag));
    expect(missing, page).toEqual([]);
  }
});
