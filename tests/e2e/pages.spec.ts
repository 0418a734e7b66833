import { expect, languages, library, test, walrus } from '../support/page-fixture.ts';

for (const { prefix, lang } of languages) {
  test.describe(`in ${lang}`, () => {
    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('one gets from the home page through a project to an article', async ({ page }) => {
        await page.goto(`${prefix}/`);
        await page.locator(`.project-directory a[href="${prefix}/projects/cython/"]`).click();
        await page.locator('.section-links a[href="#crash"]').click();
        await expect(page).toHaveURL(`${prefix}/projects/cython/#crash`);
        await page.locator(`section[aria-labelledby="crash"] a[href="${prefix}${walrus}"]`).click();
        await expect(page).toHaveURL(prefix + walrus);
        await expect(page.locator('.message').first()).toContainText('Acquisition count is -1');
      });

      test('browse pages list faults', async ({ page }) => {
        for (const path of [
          '/symptoms/link-error/',
          '/platforms/macos/',
          '/python/3.13/',
          '/articles/',
        ]) {
          await page.goto(prefix + path);
          await expect(page.locator('.fault-rows a').first()).toBeVisible();
          await expect(page.locator('.needs-script').first()).toBeHidden();
        }
      });

      test('the search page says so and offers the browse pages', async ({ page }) => {
        await page.goto(`${prefix}/search/?q=walrus`);
        await expect(page.locator('.notice')).toBeVisible();
        // The results take the whole width: there are no filters beside them.
        const results = await page.locator('.results').boundingBox();
        const main = await page.locator('main').boundingBox();
        expect((results?.width ?? 0) / (main?.width ?? 1)).toBeGreaterThan(0.9);
        await page.locator('.notice a').first().click();
        await expect(page).toHaveURL(`${prefix}/articles/`);
      });

      test('the id leads to the article', async ({ page }) => {
        await page.goto(`${prefix}/KF-0001/`);
        await expect(page).toHaveURL(prefix + walrus);
      });
    });
  });
}

test.describe('an address that does not exist', () => {
  // Chromium reports every 404 on the console.
  test.use({ expectErrors: true });

  test('of an issue that no article cites stays where it is', async ({ page }) => {
    await page.goto('/github.com/cython/cython/issues/1/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.waitForLoadState('networkidle');
    await expect(page).toHaveURL('/github.com/cython/cython/issues/1/');
  });

  test('gets the page that says so, in both languages', async ({ page }) => {
    const response = await page.goto('/articles/no-such-fault/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expect(page.locator('section[lang="zh-Hans"] h2:visible')).toHaveText('页面不存在');
  });

  test('below /zh/ gets that page in Chinese first', async ({ page }) => {
    await page.goto('/zh/articles/no-such-fault/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await expect(page).toHaveTitle('页面不存在');
    const headings = page.locator('main :is(h1, h2):visible');
    await expect(headings).toHaveText(['页面不存在', 'Page not found']);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('页面不存在');
  });

  test.describe('in a browser whose language is Chinese', () => {
    test.use({ locale: 'zh-CN' });

    test('gets that page in Chinese first', async ({ page }) => {
      await page.goto('/articles/no-such-fault/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('页面不存在');
    });
  });
});

test('every badge is an image with a title, well-formed', async ({ page }) => {
  await page.goto('/');
  const badges = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const text = await (await fetch(address)).text();
          const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
          const title = svg.querySelector('svg[role=img] > title')?.textContent ?? 'no title';
          return svg.querySelector('parsererror')?.textContent ?? title;
        }),
      ),
    library.map(({ id }) => `/badge/${id}.svg`),
  );
  library.forEach(({ id }, index) => {
    expect(badges[index]).toMatch(
      new RegExp(`^known fault ${id}: (?:fixed in \\S+|fixed|workaround|open|by design)$`),
    );
  });
});

test('the theme follows the system until the reader chooses, and the choice is kept', async ({
  page,
}) => {
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  expect(dark).not.toBe(light);

  await page.getByLabel('Color theme').selectOption('light');
  expect(await ground()).toBe(light);
  await page.goto('/projects/');
  expect(await ground()).toBe(light);
  await expect(page.getByLabel('Color theme')).toHaveValue('light');

  await page.getByLabel('Color theme').selectOption('system');
  expect(await ground()).toBe(dark);
});
