import { expect, languages, test } from '../support/page-fixture.ts';

for (const { locale, prefix } of languages) {
  test.describe(`the header in ${locale}`, () => {
    for (const width of [320, 360, 768]) {
      test(`is one row at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(`${prefix}/projects/`);
        const header = await page.locator('.site-header').boundingBox();
        expect(header?.height).toBeLessThanOrEqual(60);
      });
    }

    for (const javaScriptEnabled of [true, false]) {
      test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
        test.use({ javaScriptEnabled, viewport: { width: 320, height: 740 } });

        test('has a menu with the links and the other language on a phone', async ({ page }) => {
          await page.goto(`${prefix}/projects/cython/`);
          const links = page.locator('.site-nav a');
          await expect(links.first()).toBeHidden();
          await page.locator('.menu-button').click();
          await expect(links).toHaveCount(2);
          await expect(links.first()).toBeVisible();
          await page.keyboard.press('Escape');
          await expect(links.first()).toBeHidden();
          await page.locator('.menu-button').click();
          await page.locator('[data-switch-language]').click();
          await expect(page).toHaveURL(
            prefix === '' ? '/zh/projects/cython/' : '/projects/cython/',
          );
        });
      });
    }

    test('marks the current page, and the list that the page belongs to', async ({ page }) => {
      const marked = page.locator('.site-nav [aria-current]');
      await page.goto(`${prefix}/projects/`);
      await expect(marked).toHaveAttribute('href', `${prefix}/projects/`);
      await expect(marked).toHaveAttribute('aria-current', 'page');
      await page.goto(`${prefix}/projects/cython/`);
      await expect(marked).toHaveAttribute('href', `${prefix}/projects/`);
      await expect(marked).toHaveAttribute('aria-current', 'true');
      await page.goto(`${prefix}/`);
      await expect(marked).toHaveCount(0);
    });
  });
}
