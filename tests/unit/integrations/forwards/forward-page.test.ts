import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  forwardPage,
  type ForwardTarget,
} from '../../../../src/integrations/forwards/forward-page.ts';
import type { Locale } from '../../../../src/domain/vocabulary.ts';

const site = {
  origin: 'https://faults.example',
  base: '/kf',
  scripts: ['/kf/_astro/forward.js', '/kf/_astro/language.js'],
};

const target = (english: string, chinese?: string): ForwardTarget => ({
  slug: 'demo-crash',
  facts: { id: 'KF-0001', cause: 'defect', status: 'fixed', symptom: 'crash' },
  project: { name: 'Demo' },
  in: (locale) => ({
    title: (locale === 'zh' && chinese) || english,
    summary: `Summary: ${english}`,
    fix: { text: 'Upgrade.' },
    locale: locale === 'zh' && chinese ? 'zh' : 'en',
  }),
});

const parse = (article: ForwardTarget, locale?: Locale) =>
  parseHTML(forwardPage(article, locale, site)).document;

const translated = target('It crashes', '它会崩溃');

describe('a language-neutral address', () => {
  const page = parse(translated);

  test('links to the article in each language, for its script', () => {
    const links = [...page.querySelectorAll('body a')].map((link) => [
      link.getAttribute('data-locale'),
      link.getAttribute('href'),
      link.textContent,
    ]);
    expect(links).toEqual([
      ['en', '/kf/articles/demo-crash/', 'It crashes'],
      ['zh', '/kf/zh/articles/demo-crash/', '它会崩溃'],
    ]);
    expect(page.querySelector('script[type=module]')?.getAttribute('src')).toBe(site.scripts[0]);
    expect(page.querySelector('link[rel=modulepreload]')?.getAttribute('href')).toBe(
      site.scripts[1],
    );
  });

  test('leads to the English article only where scripts do not run', () => {
    const refreshes = page.querySelectorAll('meta[http-equiv=refresh]');
    expect(refreshes).toHaveLength(1);
    expect(refreshes[0]?.parentElement?.tagName).toBe('NOSCRIPT');
    expect(refreshes[0]?.getAttribute('content')).toBe('0; url=/kf/articles/demo-crash/');
  });
});

describe.each([
  ['en', '/kf/', 'It crashes', 'en'],
  ['zh', '/kf/zh/', '它会崩溃', 'zh-Hans'],
] as const)('an address in %s', (locale, folder, title, lang) => {
  const page = parse(translated, locale);

  test('leads to the article in that language without a script', () => {
    expect(page.documentElement.lang).toBe(lang);
    expect(page.querySelector('head > meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
      `0; url=${folder}articles/demo-crash/`,
    );
    expect(page.querySelectorAll('script, link[rel=modulepreload]')).toHaveLength(0);
    expect(page.querySelectorAll('body a')).toHaveLength(1);
  });

  test('has the link preview of the article', () => {
    expect(page.title).toBe(title);
    const content = (name: string) =>
      page.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(content('og:title')).toBe(title);
    expect(content('og:url')).toBe(`https://faults.example${folder}articles/demo-crash/`);
    expect(content('og:image')).toBe(`https://faults.example${folder}cards/KF-0001.png`);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  });
});

test('the canonical page of an article without a translation is the English one', () => {
  const page = parse(target('It crashes'), 'zh');
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    'https://faults.example/kf/articles/demo-crash/',
  );
  expect(page.querySelector('a')?.getAttribute('href')).toBe('/kf/zh/articles/demo-crash/');
  expect(page.querySelector('a span')?.getAttribute('lang')).toBe('en');
});

test.each([
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '&lt;b&gt; &amp; <!-- -->',
  '</p></body><noscript><style>',
])('the title %j is text', (title) => {
  const page = parse(target(title));
  expect(page.title).toBe(title);
  expect(page.querySelector('a')?.textContent).toBe(title);
  expect(page.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(title);
  expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
    `Summary: ${title}`,
  );
  expect(page.querySelectorAll('img, style, b, [onerror], [onclick]')).toHaveLength(0);
  expect(page.querySelectorAll('script')).toHaveLength(1);
});
