import { expect, languages, test } from '../support/page-fixture.ts';

/** Number of phone screens that the page of a platform may take. */
const MAX_SCREENS = 8;

const PHONE = { width: 360, height: 740 };

for (const { locale, prefix } of languages) {
  test.describe(`a list of faults in ${locale}`, () => {
    test('is filtered without a new page, and its address keeps the filter', async ({ page }) => {
      await page.goto(`${prefix}/symptoms/crash/`);
      const rows = page.locator('.fault-rows > li:visible');
      const all = page.locator('.fault-rows > li');
      await page.locator('select[name="project"]').selectOption('numpy');
      const chosen = await rows.count();
      expect(chosen).toBeGreaterThan(0);
      expect(chosen).toBeLessThan(await all.count());
      expect(
        await page.locator('.fault-rows > li:visible:not([data-project="numpy"])').count(),
      ).toBe(0);
      await expect(page.getByRole('status')).toContainText(String(chosen));
      await expect(page).toHaveURL(`${prefix}/symptoms/crash/?project=numpy`);

      await page.reload();
      await expect(rows).toHaveCount(chosen);
      await expect(page.locator('select[name="project"]')).toHaveValue('numpy');

      await page.locator('[data-clear]').click();
      await expect(rows).toHaveCount(await all.count());
      await expect(page).toHaveURL(`${prefix}/symptoms/crash/`);
      await expect(page.locator('select[name="project"]')).toBeFocused();
    });

    test('shows only sections with matches, and counts them', async ({ page }) => {
      await page.goto(`${prefix}/projects/numpy/?platform=windows&cause=defect`);
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
      await expect(page.locator('.section-links li:not(:visible)')).not.toHaveCount(0);
    });

    test('says so if nothing matches', async ({ page }) => {
      await page.goto(`${prefix}/symptoms/crash/?project=openblas&platform=windows`);
      await expect(page.locator('.fault-rows > li:visible')).toHaveCount(0);
      await expect(page.locator('[data-none]')).toBeVisible();
    });

    test('ignores an unknown value in the address', async ({ page }) => {
      await page.goto(`${prefix}/symptoms/crash/?project=no-such-project`);
      await expect(page.locator('[data-none]')).toBeHidden();
      await expect(page.locator('.fault-rows > li:visible').first()).toBeVisible();
    });

    test('opens a long section on demand on a phone', async ({ page }) => {
      await page.setViewportSize(PHONE);
      await page.goto(`${prefix}/symptoms/crash/`);
      const section = page.locator('kf-list-filter section');
      const all = await section.locator('li').count();
      expect(await section.locator('li:visible').count()).toBeLessThan(all);
      await section.getByRole('button').click();
      await expect(section.locator('li:visible')).toHaveCount(all);
      await expect(section.locator('li').nth(8).locator('a')).toBeFocused();
    });
  });

  test.describe(`a list on several pages in ${locale}`, () => {
    const list = `${prefix}/platforms/windows/`;

    test('takes at most eight screens of a phone', async ({ page }) => {
      await page.setViewportSize(PHONE);
      for (const path of [list, `${list}page/2/`]) {
        await page.goto(path);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(height / PHONE.height).toBeLessThanOrEqual(MAX_SCREENS);
      }
    });

    test('is turned with the keyboard', async ({ page }) => {
      await page.goto(list);
      const links = page.locator('.page-links');
      await page.locator('.fault-rows a').last().focus();
      await page.keyboard.press('Tab');
      await expect(links.locator('[rel="next"]')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${list}page/2/`);
      await expect(links.locator('[aria-current="page"]')).toHaveText('2');
      await links.locator('[rel="prev"]').focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(list);
    });

    test('is filtered by the search', async ({ page }) => {
      await page.goto(list);
      await page.locator('kf-list-search a').click();
      await expect(page).toHaveURL(`${prefix}/search/?platform=windows`);
      await expect(page.locator('input[name="platform"][value="windows"]')).toBeChecked();
    });

    test('leads to the search if its address has filters', async ({ page }) => {
      await page.goto(`${list}?project=numpy&platform=linux&cause=defect&python=3.13`);
      await expect(page).toHaveURL(`${prefix}/search/?platform=windows&project=numpy&python=3.13`);
      await expect(page.locator('input[name="project"][value="numpy"]')).toBeChecked();
      await page.goto(`${list}?ref=newsletter&project=`);
      await expect(page.locator('.fault-rows a').first()).toBeVisible();
      await expect(page).toHaveURL(`${list}?ref=newsletter&project=`);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE });

  test('a list shows all rows and no filters', async ({ page }) => {
    await page.goto('/symptoms/crash/?project=numpy');
    const rows = page.locator('.fault-rows > li');
    expect(await rows.count()).toBeGreaterThan(10);
    await expect(page.locator('.fault-rows > li:visible')).toHaveCount(await rows.count());
    await expect(page.locator('.list-filter')).toBeHidden();
    await expect(page.locator('.more-rows:visible')).toHaveCount(0);
  });

  test('a list on several pages is turned, and does not lead to the search', async ({ page }) => {
    await page.goto('/platforms/windows/?project=numpy');
    await expect(page.locator('kf-list-search')).toBeHidden();
    await page.locator('.page-links [rel="next"]').click();
    await expect(page).toHaveURL('/platforms/windows/page/2/');
  });
});
