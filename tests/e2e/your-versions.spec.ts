import type { Page } from '@playwright/test';
import { expect, languages, library, test, walrus } from '../support/page-fixture.ts';

const words = {
  en: { affected: 'Affected', fixed: 'Fixed in your version', unknown: 'Cannot tell yet' },
  zh: { affected: '受影响', fixed: '你的版本已修复', unknown: '还不能判断' },
} as const;

const form = (page: Page) => page.locator('kf-affected-form');
const field = (page: Page, name: string) => form(page).locator(`[name="${name}"]`);
const head = (page: Page) => form(page).locator('.verdict-head');
const line = (page: Page) => form(page).locator('summary');

/** Opens an article, and the form in it. */
async function openForm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await line(page).click();
  await expect(form(page).locator('form')).toBeVisible();
}

for (const { locale, prefix } of languages) {
  test.describe(`"Check your versions" in ${locale}`, () => {
    test('answers while the reader types, with the version to upgrade to', async ({ page }) => {
      await openForm(page, prefix + walrus);
      await field(page, 'cython').fill('3.0.9');
      await field(page, 'python').fill('3.12');
      await expect(head(page)).toHaveText(words[locale].affected);
      await expect(line(page)).toContainText(`cython 3.0.9, Python 3.12`);
      await expect(line(page)).toContainText(words[locale].affected);
      await expect(form(page).locator('.verdict li')).toContainText('3.1.0');
      await field(page, 'cython').fill('3.1.0');
      await expect(head(page)).toHaveText(words[locale].fixed);
      await field(page, 'cython').fill('newest');
      await expect(head(page)).toHaveText(words[locale].unknown);
      await expect(form(page).locator('.verdict li').first()).toContainText('“newest”');
    });

    test('a link carries the answer, and the language switch keeps it', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await openForm(page, `${prefix}${walrus}?cython=3.0.9&python=3.12`);
      await expect(head(page)).toHaveText(words[locale].affected);
      await form(page).locator('[data-copy-answer]').click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(page.url());
      await page.locator('[data-switch-language]').click();
      await expect(field(page, 'cython')).toHaveValue('3.0.9');
    });

    test('versions are remembered on this machine only if asked', async ({ page, context }) => {
      await openForm(page, prefix + walrus);
      await field(page, 'cython').fill('3.0.9');
      await expect(head(page)).toBeVisible();
      const other = await context.newPage();
      await other.goto(prefix + walrus);
      await expect(field(other, 'cython')).toHaveValue('');

      await form(page).locator('[data-remember]').check();
      await other.reload();
      await expect(field(other, 'cython')).toHaveValue('3.0.9');
      await expect(form(other).locator('[data-remember]')).toBeChecked();
      await expect(line(other)).toContainText('cython 3.0.9');

      await line(other).click();
      await form(other).locator('[data-clear]').click();
      await expect(field(other, 'cython')).toHaveValue('');
      expect(await other.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  });
}

test('nothing that compares versions is fetched before it is wanted', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto(walrus);
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => url.includes('affected'))).toEqual([]);
  await line(page).click();
  await expect.poll(() => scripts.filter((url) => url.includes('affected'))).not.toHaveLength(0);
});

test('any value in the address or in storage is shown as text', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem(
      'machine',
      '{"python":{},"packages":[1,{"name":"cython","version":"<b>"}]}',
    );
  });
  await page.goto(walrus);
  await expect(field(page, 'cython')).toHaveValue('<b>');
  await expect(form(page).locator('.verdict b')).toHaveCount(0);
  await page.goto(`${walrus}?cython=%3Cimg%20src%3Dx%3E&python=__proto__`);
  await expect(form(page).locator('.verdict li')).toContainText(['<img src=x>']);
  await expect(form(page).locator('img')).toHaveCount(0);
});

/** Returns everything that the site has stored in the tab and in the browser. */
const stored = (page: Page) =>
  page.evaluate(() => ({ tab: { ...sessionStorage }, browser: { ...localStorage } }));

const remembered = {
  python: '3.10',
  packages: [{ ecosystem: 'PyPI', name: 'cython', version: '3.1.0' }],
};

/** Opens a page in a browser that remembers these versions. */
async function openWith(page: Page, machine: object, address: string): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('machine', text), JSON.stringify(machine));
  await page.goto(address);
}

test.describe('versions in the address', () => {
  test('are answered, but not stored when another one is typed', async ({ page }) => {
    await openWith(page, remembered, `${walrus}?cython=3.0.9&python=3.12`);
    await expect(head(page)).toHaveText(words.en.affected);
    expect(await stored(page)).toEqual({
      tab: {},
      browser: { machine: JSON.stringify(remembered) },
    });
    await line(page).click();
    await field(page, 'python').fill('3.13');
    const { tab, browser } = await stored(page);
    expect(browser).toEqual(tab);
    expect(JSON.parse(tab['machine'] ?? '')).toEqual({
      ...remembered,
      python: '3.13',
      build: 'gil',
    });
    await page.goto(walrus);
    await expect(field(page, 'cython')).toHaveValue('3.1.0');
    await expect(field(page, 'python')).toHaveValue('3.13');
  });

  test('are not remembered when the reader asks to remember', async ({ page }) => {
    await openForm(page, `${walrus}?cython=3.0.9&python=3.12`);
    await expect(head(page)).toHaveText(words.en.affected);
    await form(page).locator('[data-remember]').check();
    expect(JSON.stringify(await stored(page))).not.toMatch(/3\.0\.9|3\.12/);
    await field(page, 'cython').fill('3.0.8');
    expect((await stored(page)).browser['machine']).toContain('3.0.8');
    expect(JSON.stringify(await stored(page))).not.toContain('3.12');
  });

  test('are not stored by a reload or by the language switch', async ({ page }) => {
    await page.goto(`${walrus}?cython=3.0.9&python=3.12`);
    await expect(head(page)).toHaveText(words.en.affected);
    await page.reload();
    await expect(head(page)).toHaveText(words.en.affected);
    await page.locator('[data-switch-language]').click();
    await expect(head(page)).toHaveText(words.zh.affected);
    expect(await stored(page)).toEqual({ tab: {}, browser: {} });
  });
});

test('only the facts of a machine are stored, whatever the storage contains', async ({ page }) => {
  const [cython] = remembered.packages;
  const strange = { ...remembered, kept: 'x', packages: [{ ...cython, kept: 'x' }] };
  await openWith(page, strange, walrus);
  await line(page).click();
  await field(page, 'python').fill('3.13');
  const { browser } = await stored(page);
  expect(JSON.parse(browser['machine'] ?? '')).toEqual({
    ...remembered,
    python: '3.13',
    build: 'gil',
  });
});

test.describe('the versions of an incompatible pair', () => {
  const pair = library
    .filter(({ cause }) => cause === 'incompatibility')
    .flatMap(({ slug, affected }) => affected.map((range) => ({ slug, ...range })))
    .find((range) => range.introduced !== undefined && range.with?.length === 1);
  const [partner] = pair?.with ?? [];
  const [, before = ''] = />=([^,]+)/.exec(partner?.versions ?? '') ?? [];

  test('are marked in its table: those that fail, and those that work', async ({ page }) => {
    const { slug = '', package: name = '', introduced = '' } = pair ?? {};
    const query = (version: string) =>
      new URLSearchParams({ [name]: introduced, [partner?.package ?? '']: version }).toString();
    await page.goto(`/articles/${slug}/?${query(before)}`);
    await expect(page.locator('.pairs td:has(.yours)')).toHaveClass(/fails/);
    await expect(page.locator('.pairs .yours')).toBeVisible();
    await expect(line(page)).toContainText(`${name} ${introduced}`);
    // Just before the first version that fails is the last one that works.
    await line(page).click();
    await field(page, partner?.package ?? '').fill(`${before}rc1`);
    await expect(page.locator('.pairs td:has(.yours)')).toHaveClass(/works/);
    await form(page).locator('[data-clear]').click();
    await expect(page.locator('.pairs .yours')).toHaveCount(0);
  });
});
