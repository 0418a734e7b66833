import { expect, languages, test } from '../support/page-fixture.ts';

/** Number of phone screens that the page of a platform may take. */
const MAX_SCREENS = 8;

const PHONE = { width: 360, height: 740 };

for (const { locale, prefix } of languages) {
  test.describe(`a list of faults in ${locale}`, () => {
    test('is filtered without a new page, and its address keeps the filter', async ({ page }) => {
      await page.goto(`${prefix}/platforms/windows/`);
      const rows = page.locator('.fault-rows > li:visible');
      const all = await rows.count();
      await page.locator('select[name="project"]').selectOption('numpy');
      const chosen = await rows.count();
      expect(chosen).toBeGreaterThan(0);
      expect(chosen).toBeLessThan(all);
      expect(
        await page.locator('.fault-rows > li:visible:not([data-project="numpy"])').count(),
      ).toBe(0);
      await expect(page.getByRole('status')).toContainText(String(chosen));
      await expect(page).toHaveURL(`${prefix}/platforms/windows/?project=numpy`);

      await page.reload();
      await expect(rows).toHaveCount(chosen);
      await expect(page.locator('select[name="project"]')).toHaveValue('numpy');

      await page.locator('[data-clear]').click();
      await expect(rows).toHaveCount(all);
      await expect(page).toHaveURL(`${prefix}/platforms/windows/`);
      await expect(page.locator('select[name="project"]')).toBeFocused();
    });

    test('shows only sections with matches, and counts them', async ({ page }) => {
      await page.goto(`${prefix}/articles/?platform=macos&project=pyo3`);
      const sections = page.locator('kf-list-filter section:visible');
      for (const section of await sections.all()) {
        const shown = await section.locator('li:visible').count();
        expect(shown).toBeGreaterThan(0);
        await expect(section.locator('h2 .count')).toHaveText(String(shown));
        const id = await section.getAttribute('aria-labelledby');
        await expect(page.locator(`.section-links a[href="#${id}"] .count`)).toHaveText(
          String(shown),
        );
      }
      await expect(page.locator('.section-links li:visible')).toHaveCount(await sections.count());
    });

    test('says so if nothing matches', async ({ page }) => {
      await page.goto(`${prefix}/articles/?project=delocate&platform=windows`);
      await expect(page.locator('.fault-rows > li:visible')).toHaveCount(0);
      await expect(page.locator('[data-none]')).toBeVisible();
    });

    test('ignores an unknown value in the address', async ({ page }) => {
      await page.goto(`${prefix}/articles/?project=no-such-project`);
      await expect(page.locator('[data-none]')).toBeHidden();
      await expect(page.locator('.fault-rows > li:visible').first()).toBeVisible();
    });

    test('takes at most eight screens of a phone, and opens a long section on demand', async ({
      page,
    }) => {
      await page.setViewportSize(PHONE);
      await page.goto(`${prefix}/platforms/windows/`);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height / PHONE.height).toBeLessThanOrEqual(MAX_SCREENS);

      const section = page.locator('section[aria-labelledby="build-error"]');
      const all = Number(await section.locator('h2 .count').textContent());
      expect(await section.locator('li:visible').count()).toBeLessThan(all);
      await section.getByRole('button').click();
      await expect(section.locator('li:visible')).toHaveCount(all);
      await expect(section.locator('li').nth(8).locator('a')).toBeFocused();
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE });

  test('a list shows all rows and no filters', async ({ page }) => {
    await page.goto('/platforms/windows/?project=numpy');
    const rows = page.locator('.fault-rows > li');
    expect(await rows.count()).toBeGreaterThan(50);
    await expect(page.locator('.fault-rows > li:visible')).toHaveCount(await rows.count());
    await expect(page.locator('.list-filter')).toBeHidden();
    await expect(page.locator('.more-rows:visible')).toHaveCount(0);
  });
});
