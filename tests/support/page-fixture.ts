import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import type { AffectedRange } from '../../src/domain/facts/affected-schema.ts';
import { dist } from './built-site.ts';

export { expect };

/** Facts of an article by which tests count. */
interface Facts {
  id: string;
  slug: string;
  cause: string;
  fix: { command?: string };
  project: string;
  symptom: string;
  status: string;
  affected: readonly AffectedRange[];
}

/** The library as the site's API lists it, so that a new article breaks no test. */
export const library = JSON.parse(
  readFileSync(path.join(dist, 'api/v1/articles.json'), 'utf8'),
) as Facts[];

/** Returns the number of articles with these facts. */
export const count = (wanted: Partial<Facts>) =>
  library.filter((facts) =>
    Object.entries(wanted).every(([field, value]) => facts[field as keyof Facts] === value),
  ).length;

/** The languages of the site. */
export const languages = [
  { locale: 'en', prefix: '', lang: 'en' },
  { locale: 'zh', prefix: '/zh', lang: 'zh-Hans' },
] as const;

export const walrus = '/articles/cython-memoryview-walrus-acquisition-count-crash/';

/** One page of every type. */
export const pageTypes = {
  home: '/',
  article: walrus,
  'article with a note': '/articles/pyo3-windows-free-threaded-wrong-python-dll/',
  'article about a pair': '/articles/numba-needs-numpy-x-or-less/',
  'article with a table': '/articles/pip-missing-header-file/',
  'table of an article': '/articles/pip-missing-header-file/table/',
  'all faults': '/articles/',
  'second page of a list': '/articles/page/2/',
  search: '/search/',
  projects: '/projects/',
  project: '/projects/cython/',
  category: '/categories/scientific/',
  symptoms: '/symptoms/',
  symptom: '/symptoms/crash/',
  'symptom with few faults': '/symptoms/performance/',
  platform: '/platforms/windows/',
  'Python version': '/python/3.13t/',
  maintainers: '/maintainers/',
  'wanted articles': '/wanted/',
  'for programs': '/api/',
} as const;

/**
 * A test that fails if the page breaks its Content-Security-Policy, throws, logs an error or sends a request to
 * another site.
 */
export const test = base.extend<{ guarded: undefined; expectErrors: boolean }>({
  /** Set by tests that break the site on purpose: only the policy and the requests are checked. */
  expectErrors: [false, { option: true }],
  guarded: [
    async ({ page, baseURL, expectErrors }, use) => {
      const faults: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${baseURL}/`) && !url.startsWith('data:'))
          faults.push(`request: ${url}`);
      });
      page.on('console', (message) => {
        const policy = message.text().includes('Content Security Policy');
        if (policy || (message.type() === 'error' && !expectErrors)) {
          faults.push(`console: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => {
        if (!expectErrors) faults.push(`error: ${error.message}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Pastes a text into the search box with the keyboard, which replaces what a reader would replace. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.locator('[data-box]').focus();
  await page.keyboard.press('ControlOrMeta+v');
}

/** Fills the search box and waits for the results. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.locator('[data-box]').first().fill(text);
  await settled(page);
}

/** Waits until the search page shows the results for its current state. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-results]')).toHaveAttribute('aria-busy', 'false');
}

/** Returns the ids of the full-text results, in order. */
export function resultIds(page: Page): Promise<string[]> {
  return page.locator('[data-results] .faults .id:visible').allTextContents();
}
