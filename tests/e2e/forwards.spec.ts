import { readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test as unguarded } from '@playwright/test';
import { serve } from '../../src/cli/serve/serve.ts';
import { upstreamPath } from '../../src/domain/addresses/addresses.ts';
import { build, copyProject } from '../support/astro-project.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { dist } from '../support/built-site.ts';
import { expect, test, walrus } from '../support/page-fixture.ts';
import { FIXTURE_LIBRARY } from '../support/root.ts';

const THREAD = '/github.com/cython/cython/issues/6434/';
const MESSAGE = '/e/1/70dcd34552e78cc0/';

const citations = JSON.parse(
  readFileSync(path.join(dist, 'api/v1/upstream.json'), 'utf8'),
) as Record<string, string[]>;

/** A thread that several articles cite. */
const [sharedThread = ''] = Object.entries(citations).flatMap(([url, ids]) =>
  ids.length > 1 ? (upstreamPath(url) ?? []) : [],
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, locale: 'zh-CN' });

  test('a language-neutral address leads to the English article', async ({ page }) => {
    for (const address of [THREAD, '/github.com/cython/cython/pull/6436/', MESSAGE]) {
      await page.goto(address);
      await expect(page).toHaveURL(walrus);
    }
  });

  test('an address of several articles lists them in every language', async ({ page }) => {
    await page.goto(sharedThread);
    const listed = page.locator('section[data-locale]');
    await expect(listed).toHaveCount(2);
    for (const section of await listed.all()) {
      await expect(section.locator('.fault-title a')).not.toHaveCount(1);
      await expect(section.locator('.fault-fix').first()).toBeVisible();
    }
  });
});

for (const [locale, prefix, other] of [
  ['en-US', '', 'zh'],
  ['zh-CN', '/zh', 'en'],
  ['de-DE', '', 'zh'],
] as const) {
  test.describe(`in a browser in ${locale}`, () => {
    test.use({ locale });

    test('a language-neutral address leads to the article in the language of the reader', async ({
      page,
    }) => {
      for (const address of [THREAD, MESSAGE]) {
        await page.goto(address);
        await expect(page).toHaveURL(prefix + walrus);
      }
    });

    test('the language in the address counts more', async ({ page }) => {
      await page.goto(`${THREAD}?lang=${other}`);
      await expect(page).toHaveURL((other === 'zh' ? '/zh' : '') + walrus);
    });

    test('an address of several articles lists them in the language of the reader first', async ({
      page,
    }) => {
      await page.goto(sharedThread);
      await expect(page.locator('html')).toHaveAttribute('lang', prefix ? 'zh-Hans' : 'en');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        prefix ? '有多篇文章引用了这个地址' : 'Several articles cite this address',
      );
      const first = page.locator('main section').first();
      await expect(first.locator('h2.fault-title a').first()).toHaveAttribute(
        'href',
        new RegExp(`^${prefix}/articles/`),
      );
      await expect(page.locator('main section').nth(1).locator('> h2')).toHaveCount(1);
      await expect(page.locator('main section').nth(1).locator('h3.fault-title')).not.toHaveCount(
        0,
      );
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
}

test.describe('where the script of an address does not load', () => {
  test.use({ expectErrors: true });

  test('its links lead to the article', async ({ page }) => {
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(THREAD);
    await expect(page.locator('a')).toHaveCount(2);
    const violations = await accessibilityViolations(page);
    // The page has the browser's own colors. Axe takes its background for white in the dark theme, too.
    expect(violations.filter((text) => !text.includes('dark: color-contrast'))).toEqual([]);
    await page.locator('a[hreflang="zh-Hans"]').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/zh${walrus}`);
  });
});

test.describe('an address without a file', () => {
  // Chromium reports every 404 on the console.
  test.use({ expectErrors: true });

  for (const [typed, prefix] of [
    ['/github.com/Cython/Cython/issues/6434', ''],
    ['/github.com/cython/cython/6434/', ''],
    ['/github.com/cython/cython/pull/6434/files#issuecomment-1', ''],
    ['/zh/GITHUB.com/cython/cython/issue/6434', '/zh'],
    [`/zh${THREAD}`, '/zh'],
    [`/zh${MESSAGE}`, '/zh'],
  ] as const) {
    test(`leads to the article all the same where ${typed} was meant`, async ({ page }) => {
      await page.goto(typed);
      await expect(page).toHaveURL(new RegExp(`:\\d+${prefix}${walrus}(?:#.*)?$`));
    });
  }

  test('of several articles in Chinese lists them in Chinese first', async ({ page }) => {
    await page.goto(`/zh${sharedThread}`);
    await expect(page).toHaveURL(`${sharedThread}?lang=zh`);
    await expect(page.locator('main section').first()).toHaveAttribute('lang', 'zh-Hans');
  });

  test('of a Chinese badge leads to the badge', async ({ page }) => {
    await page.goto('/zh/badge/KF-0001.svg');
    await expect(page).toHaveURL('/badge/KF-0001.svg?lang=zh');
  });

  test('of an unknown message in Chinese says so in Chinese first', async ({ page }) => {
    await page.goto('/zh/e/1/0123456789abcdef/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('还没有文章收录这条报错');
  });
});

unguarded.describe('a site with more files than MAX_FILES, below a base path,', () => {
  unguarded.describe.configure({ mode: 'serial', timeout: 240_000 });

  let project: string;
  let server: Server;
  let site: string;

  unguarded.beforeAll(async () => {
    project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
    const base = '/kf';
    const { code, output } = await build({
      cwd: project,
      env: { MAX_FILES: '0', BASE_PATH: base },
    });
    expect(code, output).toBe(0);
    server = await serve({ dir: path.join(project, 'dist'), port: 0, base });
    site = `http://localhost:${(server.address() as AddressInfo).port}${base}`;
  });

  unguarded.afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(project, { recursive: true });
  });

  for (const [address, article] of [
    ['/e/1/92dc7110e9e24245/', '/articles/demo-crash/'],
    ['/zh/e/1/92dc7110e9e24245/', '/zh/articles/demo-crash/'],
    ['/e/1/7938cccc65cca9cc/?lang=zh', '/zh/articles/demo-crash/'],
    ['/zh/github.com/example/demo/issues/2/', '/zh/articles/demo-hang/'],
  ] as const) {
    unguarded(`leads from ${address} to ${article}`, async ({ page }) => {
      await page.goto(site + address);
      await expect(page).toHaveURL(site + article);
    });
  }
});
