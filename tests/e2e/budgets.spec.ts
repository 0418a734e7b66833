import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { root } from '../support/root.ts';
import {
  expect,
  languages,
  library,
  pageTypes,
  searchFor,
  test,
  walrus,
} from '../support/page-fixture.ts';

const KB = 1000;

/** Files that hosts send as they are: they are packed already. */
const PACKED = /\.(?:pf_\w+|pagefind)$/;

/** Records what a page fetches, with the bytes it costs when the host sends text as gzip. */
function recorder(page: Page) {
  const bodies: Promise<{ path: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    bodies.push(
      response.body().then((body) => ({
        path,
        bytes: PACKED.test(path) ? body.length : gzipSync(body).length,
      })),
    );
  });
  return {
    async all() {
      await page.waitForLoadState('networkidle');
      const files = await Promise.all(bodies);
      return { files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

/** The address of the article whose page weighs most in a language. */
function heaviestArticle(prefix: string): string {
  const folder = path.join(root, `dist${prefix}/articles`);
  const weights = library.map(({ slug }) => ({
    slug,
    bytes: gzipSync(readFileSync(path.join(folder, slug, 'index.html'))).length,
  }));
  const [heaviest] = weights.sort((a, b) => b.bytes - a.bytes);
  return `/articles/${heaviest?.slug}/`;
}

for (const { locale, prefix } of languages) {
  test(`an article in ${locale} weighs at most 20 KB in at most 5 requests, nothing of the search among them`, async ({
    page,
  }, info) => {
    for (const address of [walrus, pageTypes['article with a note'], heaviestArticle(prefix)]) {
      const record = recorder(page);
      await page.goto(prefix + address);
      const { files, bytes } = await record.all();
      info.annotations.push({ type: 'bytes', description: `${prefix}${address}: ${bytes}` });
      console.log(`  ${prefix}${address}: ${files.length} requests, ${bytes} bytes`);
      expect(bytes).toBeLessThanOrEqual(20 * KB);
      expect(files.length).toBeLessThanOrEqual(5);
      expect(files.filter(({ path: file }) => /search|pagefind/.test(file))).toEqual([]);
      // Cards and badges are for other places.
      expect(files.filter(({ path: file }) => /\/cards\/|\/badge\//.test(file))).toEqual([]);
      page.removeAllListeners('response');
    }
  });

  test(`a cold search in ${locale} costs at most 170 KB until its results`, async ({ page }) => {
    const record = recorder(page);
    await page.goto(`${prefix}/search/`);
    await searchFor(page, 'numpy');
    await expect(page.locator('[data-list] .fault').first()).toBeVisible();
    // The diagnosis, which loads at the same time, has a separate budget below.
    const files = (await record.all()).files.filter(({ path }) => !/diagnos/.test(path));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`  ${prefix}/search/: ${files.length} requests, ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(170 * KB);
  });
}

test('a first diagnosis, cold, costs at most 45 KB in two steps behind the page', async ({
  page,
}) => {
  const record = recorder(page);
  await page.goto('/');
  const page0 = (await record.all()).bytes;
  await page
    .locator('[data-box]')
    .fill('one\nFatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 12)');
  await expect(page.locator('.finding')).toHaveCount(1);
  // The full text that answers beside it must have arrived before the page is closed.
  await expect(page.locator('[data-results]')).toHaveAttribute('aria-busy', 'false');
  const { files } = await record.all();
  const diagnosis = files.filter(({ path }) => /diagnos/.test(path));
  const bytes = diagnosis.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `  first diagnosis: ${bytes} bytes in ${diagnosis.length} requests; the page ${page0}`,
  );
  expect(bytes).toBeLessThanOrEqual(45 * KB);
  const parts = diagnosis.filter(({ path }) => /\/diagnose\/.+\/\d+\.json$/.test(path));
  expect(diagnosis.length - parts.length).toBe(2);
});
