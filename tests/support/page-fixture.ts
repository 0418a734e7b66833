import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';

export { expect };

/** Facts that the tests count with. */
interface Facts {
  id: string;
  project: string;
  symptom: string;
  status: string;
}

/** The library as the built site gives it to programs, so that a new article breaks no test. */
export const library = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../dist/api/v1/articles.json'), 'utf8'),
) as Facts[];

/** How many articles have these facts. */
export const count = (wanted: Partial<Facts>) =>
  library.filter((facts) =>
    Object.entries(wanted).every(([field, value]) => facts[field as keyof Facts] === value),
  ).length;

/** The two languages, as the tests go through them. */
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
  'all faults': '/articles/',
  search: '/search/',
  projects: '/projects/',
  project: '/projects/cython/',
  symptoms: '/symptoms/',
  symptom: '/symptoms/crash/',
  'symptom with few faults': '/symptoms/performance/',
  platform: '/platforms/windows/',
  'Python version': '/python/3.13t/',
  maintainers: '/maintainers/',
  'for programs': '/api/',
} as const;

/**
 * A page that fails its test when it breaks the Content-Security-Policy, throws,
 * or sends a request to anybody but us.
 */
export const test = base.extend<{ guarded: undefined; expectErrors: boolean }>({
  /** Set by tests that break the site on purpose: then only the policy and the origin are watched. */
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

/** Fills the box of the search page and waits for the answer. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.locator('[data-box]').first().fill(text);
  await settled(page);
}

/** Waits until the search page shows the answer to its present state. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-results]')).toHaveAttribute('aria-busy', 'false');
}

/** The ids of what full text found, in order. */
export function resultIds(page: Page): Promise<string[]> {
  return page.locator('[data-results] .faults .id:visible').allTextContents();
}
